import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** What a person found at the review of a long wait. `changed` is blank where nothing did; `on`: when the family was told. */
export interface ReviewedWait {
  readonly by: Actor;
  readonly todo: string;
  readonly on: string;
  readonly changed: string;
  readonly offered: string;
}

/** The case once a person has reviewed the wait. Undefined where that stands already: it is reviewed once a child. */
export function waitReviewed(theCase: Case, moment: Moment, found: ReviewedWait): Case | undefined {
  if (theCase.waitReview) return undefined;
  const { by, todo, on, changed, offered } = found;
  const patch = { waitReview: { todo, on, at: moment.now, by }, moveBy: theCase.moveBy };
  const text = [changed, offered].filter((words) => words !== '').join('\n');
  return applyChange(theCase, moment, patch, { event: 'WAIT_REVIEWED', by, on, isSame: changed === '', text });
}
