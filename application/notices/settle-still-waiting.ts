import type { Case } from '#domain/case/case.ts';
import { withPlace } from '#domain/case/place-told.ts';
import { referrerOf } from '#domain/case/referrer.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import type { Notice } from '#domain/notices/notice.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { isStillWaiting, stillWaitingFacts } from '#domain/notices/still-waiting.ts';
import { hasPlace } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { sameMailbox } from '#domain/values/mailbox.ts';
import { deliverNotice } from './deliver.ts';
import { type GatherDeps, giveUp } from './gather-held.ts';
import { noteForPeople } from './history.ts';

/**
 * Sends a referrer the one email about all their children who wait, each read as it is now. A child who waits no more or has
 * a place, or whose referrer is another by now, is left out. Where none is left, no one is written to.
 */
export async function settleStillWaiting(deps: GatherDeps, entry: Notice, owed: Owed): Promise<void> {
  const { reference, carries = [] } = entry;
  const read = await Promise.all(carries.map((one) => childOf(deps, one)));
  const waiting = read.flatMap((one) => one ?? []);
  const [first] = waiting;
  if (!first) return giveUp(deps, entry, 'NO_LONGER_NEEDED');
  const mine = waiting.filter(({ referral }) => sameMailbox(referral.referrer.email, first.referral.referrer.email));
  const today = londonDateOf(deps.now());
  const sent = await deliverNotice(deps, owed, {
    ...{ reference, referral: withoutOwn(first.referral), carries },
    waiting: mine.flatMap(({ theCase, referral }) => stillWaitingFacts(theCase, referral, today)),
  });
  const theCase = await deps.cases.readCase(reference);
  if (theCase) await noteForPeople(deps, theCase, sent);
}

/** Each child has a reference of its own in the email. */
function withoutOwn(referral: Addressees): Addressees {
  const { ownReference: _own, ...referrer } = referral.referrer;
  return { ...referral, referrer };
}

interface Child {
  readonly theCase: Case;
  /** With the referrer of today. */
  readonly referral: Addressees;
}

async function childOf({ cases, referrals, supports }: GatherDeps, reference: string): Promise<Child | undefined> {
  const read = await cases.readCase(reference);
  if (!read) return undefined;
  const support = read.toSupport === undefined ? undefined : await supports.readSupport(reference);
  const theCase = withPlace(read, support);
  const stored = await referrals.readReferral(reference);
  if (!stored || !isStillWaiting(theCase) || hasPlace(support)) return undefined;
  const referral = addresseesOf(stored.body);
  return { theCase, referral: { ...referral, referrer: referrerOf(theCase, referral) } };
}
