import { referrerOf } from '#domain/case/referrer.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { sentNext } from '#domain/notices/ledger.ts';
import { isToldIn, quarterBegun, stillWaitingOwed } from '#domain/notices/still-waiting.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, Indexes, NoticeStore, ReferralStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { foldedMailbox } from '#domain/values/mailbox.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { MOST_ON_A_LIST, oneAChild } from './read-list.ts';
import { LISTS } from './read-lists.ts';

export interface TellReferrersDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly indexes: Pick<Indexes, 'list'>;
  readonly notices: Pick<NoticeStore, 'claimNotice' | 'readNotice'>;
  readonly policy: Policy;
  readonly log: Log;
  readonly now: Now;
}

/** Children whose referrers are read at once. */
const LANES = 8;

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
    const lists = await Promise.all(
      LISTS.map(({ pathway, locality }) => deps.indexes.list(pathway, locality, MOST_ON_A_LIST)),
    );
    const references = lists
      .flatMap(oneAChild)
      .filter(({ acceptedOn = '', more }) => more?.quietSince === undefined && isToldIn(quarter, acceptedOn))
      .map(({ reference }) => reference);
    const read = await inLanes(references.sort(), LANES, new AbortController().signal, (one) => mailboxOf(deps, one));
    const known = read.filter(({ result }) => result !== undefined);
    const referrers = [...Map.groupBy(known, ({ result }) => result).values()];
    for (const children of referrers) {
      const carries = children.map(({ item }) => item);
      const entries = await Promise.all(carries.map((one) => deps.notices.readNotice(one, owed.id)));
      const [first = ''] = carries;
      if (!entries.some(Boolean)) await deps.notices.claimNotice({ ...sentNext(first, owed, now), carries });
    }
    deps.log.info('referrers-told-of-waits', { referrers: referrers.length, children: known.length });
  };
}

/** The mailbox of the referrer of today, as it is compared; undefined for a child whose list named none. */
async function mailboxOf(
  { cases, referrals }: Pick<TellReferrersDeps, 'cases' | 'referrals'>,
  reference: string,
): Promise<string | undefined> {
  const [theCase, stored] = await Promise.all([cases.readCase(reference), referrals.readReferral(reference)]);
  const { email } = referrerOf(theCase, addresseesOf(stored?.body));
  return email === undefined ? undefined : foldedMailbox(email);
}
