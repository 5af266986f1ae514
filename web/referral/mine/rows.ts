import type { ListedReferral } from '#application/intake/list-followed.ts';
import { hasDied } from '#domain/case/death.ts';
import { ownReferenceFor } from '#domain/notices/own-reference.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { Cell } from '../../components/table/table.ts';
import { awaited } from '../status/awaited.ts';
import { isAskedNow, whereItIs } from '../status/where.ts';
import { mineListWords } from './words.ts';

/** A referral in the list: its reference, where it is and what is waited for. Nothing that could be about the child. */
export function rowOf({ theCase, referral }: ListedReferral, policy: Policy, base: string): readonly Cell[] {
  const { reference, receivedAt } = theCase;
  // As strict as for an email: a reference of the referrer's own can name the child.
  const own = ownReferenceFor('REFERRER', referral, theCase);
  const lines = [
    ...(own === null ? [] : [mineListWords.ownReference(own)]),
    mineListWords.received(plainDate(londonDateOf(receivedAt))),
  ];
  const verb = isAskedNow(theCase) ? mineListWords.answer : mineListWords.open;
  const first = { text: `${verb} ${reference}`, href: `${base}/referral/mine/${reference}`, lines };
  if (hasDied(theCase)) return [first, { text: mineListWords.callUs }, {}];
  return [first, { text: whereItIs(theCase) }, { text: awaited(theCase, policy) }];
}
