import type { WaitChange, WaitOffer } from '../lists/review-codes.ts';
import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/** What a person found at the review of a long wait. Nothing changed where `changes` and `changed` are empty; `on`: when the family was told. */
export interface ReviewedWait {
  readonly by: Actor;
  readonly todo: string;
  readonly on: string;
  readonly changes: readonly WaitChange[];
  readonly changed: string;
  readonly offering: readonly WaitOffer[];
  readonly offered: string;
}

/** The case once a person has reviewed the wait. Undefined where that stands already: it is reviewed once a child. */
export function waitReviewed(theCase: Case, moment: Moment, found: ReviewedWait): Case | undefined {
  if (theCase.waitReview) return undefined;
  const { by, todo, on, changed, offered } = found;
  const added = {
    isSame: found.changes.length === 0 && changed === '',
    changes: [...found.changes],
    offering: [...found.offering],
  };
  const patch = { waitReview: { todo, on, at: moment.now, by, ...added }, moveBy: theCase.moveBy };
  const text = [changed, offered].filter((words) => words !== '').join('\n');
  const said = text === '' ? {} : { text };
  return applyChange(theCase, moment, patch, { event: 'WAIT_REVIEWED', by, on, ...added, ...said });
}
