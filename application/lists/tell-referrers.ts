import { referrerOf } from '#domain/case/referrer.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { sentNext } from '#domain/notices/ledger.ts';
import { isToldIn, quarterBegun, stillWaitingOwed } from '#domain/notices/still-waiting.ts';
import type { Everyone, Gathered } from '#domain/ports/everyone.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { inBatches, rowsOf } from './read-waiting.ts';

export interface TellReferrersDeps {
  readonly everyone: Pick<Everyone, 'listRows' | 'ofRows'>;
  readonly notices: Pick<NoticeStore, 'claimNotice' | 'readNotice'>;
  readonly policy: Policy;
  readonly log: Log;
  readonly now: Now;
}

/**
 * Owes every referrer one email a quarter about all their children who are on a list: on its first working day, or on one of
 * the next where that run failed. Twice is once. It stands in the ledger under the first of the references; the sweeper sends it.
 */
export function tellReferrers(deps: TellReferrersDeps): () => Promise<void> {
  return async () => {
    const now = deps.now();
    const quarter = quarterBegun(londonDateOf(now));
    if (!quarter || !isWorkingDay(londonDateOf(now), deps.policy)) return;
    const owed = stillWaitingOwed(quarter);
    const rows = (await rowsOf(deps)).filter(
      ({ acceptedOn = '', more }) => more?.quietSince === undefined && isToldIn(quarter, acceptedOn),
    );
    const read: Told[] = [];
    for (const batch of inBatches(rows)) {
      const some = await deps.everyone.ofRows(batch);
      read.push(...(await Promise.all(some.map(told))));
    }
    const known = read
      .filter(({ mailbox }) => mailbox !== undefined)
      .sort((one, other) => one.reference.localeCompare(other.reference));
    const referrers = [...Map.groupBy(known, ({ mailbox }) => mailbox).values()];
    for (const children of referrers) {
      const carries = children.map(({ reference }) => reference);
      const entries = await Promise.all(carries.map((one) => deps.notices.readNotice(one, owed.id)));
      const [first = ''] = carries;
      if (!entries.some(Boolean)) await deps.notices.claimNotice({ ...sentNext(first, owed, now), carries });
    }
    deps.log.info('referrers-told-of-waits', { referrers: referrers.length, children: known.length });
  };
}

interface Told {
  readonly reference: string;
  /** Of the referrer of today, as it is compared; undefined for a child whose list named none. */
  readonly mailbox: string | undefined;
}

async function told({ reference, cases, referrals }: Gathered): Promise<Told> {
  const [theCase, stored] = await Promise.all([cases.readCase(reference), referrals.readReferral(reference)]);
  const { email } = referrerOf(theCase, addresseesOf(stored?.body));
  return { reference, mailbox: email === undefined ? undefined : foldedMailbox(email) };
}
