import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { type DeliverDeps, deliverNotice, type Sent } from './notices-deliver.ts';
import { noteForPeople } from './notices-history.ts';

export type SendNotices = (owed: readonly Owed[], theCase: Case, referral: Addressees) => Promise<readonly Sent[]>;

/**
 * Sends what is owed, each notice once however often this is called. Each is claimed in the ledger before it is sent and
 * settled after. One that cannot go now stays claimed and is the sweeper's, so a mail service that is out of reach never
 * holds a case up. Throws, after having tried them all, only when the ledger itself could not be written.
 */
export function sendNotices(deps: DeliverDeps): SendNotices {
  return async (owed, theCase, referral) => {
    const sent: Sent[] = [];
    const errors: unknown[] = [];
    for (const one of owed) {
      try {
        const result = await deliverNotice(deps, one, { reference: theCase.reference, theCase, referral });
        sent.push(result);
        await noteForPeople(deps, theCase, result);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
    return sent;
  };
}
