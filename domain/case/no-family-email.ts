import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

interface Said {
  readonly reason: string;
  readonly by: Actor;
}

/** The case once staff recorded that no email may go to its family. Undefined when it was recorded before. */
export function familyEmailStopped(theCase: Case, moment: Moment, { reason, by }: Said): Case | undefined {
  if (theCase.noFamilyEmail) return undefined;
  const patch = { noFamilyEmail: { at: moment.now, by, reason }, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'FAMILY_EMAIL_STOPPED', by, text: reason });
}

/** The case once that record was removed. Undefined when there is none. */
export function familyEmailAllowed(theCase: Case, moment: Moment, { reason, by }: Said): Case | undefined {
  const { noFamilyEmail, ...rest } = theCase;
  if (!noFamilyEmail) return undefined;
  return applyChange(rest, moment, { moveBy: theCase.moveBy }, { event: 'FAMILY_EMAIL_ALLOWED', by, text: reason });
}
