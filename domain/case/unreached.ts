import type { Moment } from '../process/process.ts';
import { cameBackNow, familyUnreached, isBack } from './came-back.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { NewEvent } from './event.ts';
import { failedToParent, newsUnreached } from './news-back.ts';
import { visitUnreached } from './visit-unreached.ts';

type Unreached = Extract<NewEvent, { event: 'NOTICE_FAILED' | 'NOTICE_UNCERTAIN' | 'NOTICE_NEEDS_A_PERSON' }>;

/** Why a notice may not have arrived, though nothing proves that it has not. */
export const MAYBE_ARRIVED: readonly string[] = ['DELAYED', 'UNKNOWN'];

/** Whether a notice whose id passes the test is known not to have reached its addressee. */
export function hasFailed({ unreached = [] }: Pick<Case, 'unreached'>, isIt: (notice: string) => boolean): boolean {
  return unreached.some(({ notice, why }) => isIt(notice) && !MAYBE_ARRIVED.includes(why));
}

/** The case with a notice in its history that reached no one, or may not have, for people to see; the workflow's deadline stays. */
export function noted(theCase: Case, moment: Moment, event: Unreached): Case {
  const { notice, why } = event;
  const hasFailed = event.event === 'NOTICE_FAILED';
  const failed = hasFailed
    ? {
        ...familyUnreached(theCase, moment, notice, why),
        ...newsUnreached(theCase, moment, notice, why),
        ...visitUnreached(theCase, moment, notice, why),
      }
    : {};
  const nth = cameBackNow({ ...theCase, ...failed });
  const back = hasFailed && isBack(notice, why) ? { cameBack: true, ...(nth > 1 ? { nth } : {}) } : {};
  const dead = hasFailed && failedToParent(notice, why) ? { deadSince: moment.now } : {};
  const { person, next } = event.event === 'NOTICE_FAILED' ? event : {};
  const ofStaff = { ...(person === undefined ? {} : { person }), ...(next === undefined ? {} : { next }) };
  const unreached = [...(theCase.unreached ?? []), { notice, why, ...back, ...dead, ...ofStaff }];
  return applyChange(theCase, moment, { unreached, moveBy: theCase.moveBy, ...failed }, event);
}
