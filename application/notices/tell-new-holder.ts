import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Owed } from '#domain/notices/plan.ts';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';

/** Has a colleague told of work that is handed to them. False where it could not even be noted. */
export type TellNewHolder = (reference: string, owed: Owed) => Promise<boolean>;

/** Emails them at once, however often a batch is tried again once. The email names this referral. */
export function tellNewHolder(
  deps: DeliverDeps & { readonly referrals: Pick<ReferralStore, 'readReferral'> },
): TellNewHolder {
  return async (reference, owed) => {
    try {
      const [theCase, stored] = await Promise.all([
        deps.cases.readCase(reference),
        deps.referrals.readReferral(reference),
      ]);
      if (!theCase) return false;
      await deliverNotice(deps, owed, { reference, theCase, referral: addresseesOf(stored?.body) });
      return true;
    } catch (error) {
      deps.log.error('new-holder-not-told', { reference, error: errorName(error) });
      return false;
    }
  };
}
