import type { Case } from '#domain/case/case.ts';
import { placeOwedSince, placeTold, withPlace } from '#domain/case/place-told.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { placeToldOf } from '#domain/support/follow.ts';
import { changeCase } from '../change-case.ts';
import type { StepDeps } from '../step-deps.ts';
import { changeSupport } from '../support/support-store.ts';

export type TellOfPlace = (theCase: Case) => Promise<void>;

/**
 * Tells the family and the referrer what was done last to a place on a list, once, whoever holds the place. What was cut off
 * is done by the next call.
 */
export function tellOfPlace(
  deps: Pick<StepDeps, 'cases' | 'referrals' | 'sendNotices' | 'policy' | 'now'> & { readonly supports: SupportStore },
): TellOfPlace {
  return async (read) => {
    const isInSupport = read.list === null && read.toSupport !== undefined;
    const theCase = isInSupport ? withPlace(read, await deps.supports.readSupport(read.reference)) : read;
    const at = theCase.list?.changed?.at;
    if (placeOwedSince(theCase) === undefined || at === undefined) return;
    const stored = await deps.referrals.readReferral(theCase.reference);
    if (stored) await deps.sendNotices('PLACE_CHANGED', theCase, addresseesOf(stored.body));
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    if (isInSupport) {
      await changeSupport(deps.supports, read.reference, (current) => placeToldOf(current, moment, at));
      return;
    }
    await changeCase(deps.cases, theCase.reference, (current) => placeTold(current, moment, at));
  };
}
