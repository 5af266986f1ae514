import type { Case } from '#domain/case/case.ts';
import { placeOwedSince, placeTold } from '#domain/case/place-told.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { changeCase } from '../change-case.ts';
import type { StepDeps } from '../step-deps.ts';

export type TellOfPlace = (theCase: Case) => Promise<void>;

/**
 * Tells the family and the referrer what was done last to a place on a list, once. What was cut off is done by the next call.
 */
export function tellOfPlace(
  deps: Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'>,
): TellOfPlace {
  return async (theCase) => {
    const at = theCase.list?.changed?.at;
    if (placeOwedSince(theCase) === undefined || at === undefined) return;
    const stored = await deps.referrals.readReferral(theCase.reference);
    if (stored) await deps.sendNotices('PLACE_CHANGED', theCase, addresseesOf(stored.body));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, theCase.reference, (current) => placeTold(current, moment, at));
  };
}
