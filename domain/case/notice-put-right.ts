import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

interface PutRightOf {
  readonly by: Actor;
  readonly reason: string;
  /** The id of the email, and what was done about it, as a code. */
  readonly notice: string;
  readonly what: string;
}

/** The case with what those who look after the service did about one of its emails, and why. Nothing else of it changes. */
export function noticePutRight(theCase: Case, moment: Moment, { by, reason, notice, what }: PutRightOf): Case {
  const event = { event: 'NOTICE_PUT_RIGHT', by, notice, what, text: reason } as const;
  return applyChange(theCase, moment, { moveBy: theCase.moveBy }, event);
}
