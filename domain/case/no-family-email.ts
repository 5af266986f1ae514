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
  const stopped = { noFamilyEmail: { at: moment.now, by, reason }, familyEmailSaidAt: moment.now };
  const patch = { ...stopped, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'FAMILY_EMAIL_STOPPED', by, text: reason });
}

/** The case once that record was removed. Undefined when there is none. */
export function familyEmailAllowed(theCase: Case, moment: Moment, { reason, by }: Said): Case | undefined {
  const { noFamilyEmail, ...rest } = theCase;
  if (!noFamilyEmail) return undefined;
  const patch = { familyEmailSaidAt: moment.now, moveBy: theCase.moveBy };
  return applyChange(rest, moment, patch, { event: 'FAMILY_EMAIL_ALLOWED', by, text: reason });
}
