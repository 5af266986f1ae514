import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { hasDied } from './death.ts';
import { canContinueFor } from './joined.ts';
import { sameAs } from './same-as.ts';
import { isSuspicious } from './suspicion.ts';

/** Whether people have said of two referrals that they are for two children: either of them, or who compared them while one was held. */
export function isToldApart(one: Case, other: Case): boolean {
  const says = ({ notSame = [], duplicateOf, duplicateCleared }: Case, { reference }: Case) =>
    notSame.some((known) => known.reference === reference) || (duplicateCleared && duplicateOf === reference);
  return says(one, other) || says(other, one);
}

/** What a person says of two referrals that are alike. */
export interface ToldApart {
  readonly other: string;
  readonly by: Actor;
  readonly reason: string;
}

/** The case with that the other referral is for another child. Undefined where that was said before. */
export function toldApart(theCase: Case, moment: Moment, { other, by, reason }: ToldApart): Case | undefined {
  const { notSame = [], moveBy } = theCase;
  if (notSame.some(({ reference }) => reference === other)) return undefined;
  const added = [...notSame, { reference: other, at: moment.now, by }];
  const event = { event: 'TOLD_APART', by, other, text: reason } as const;
  return applyChange(theCase, moment, { notSame: added, moveBy }, event);
}

/** Why a referral cannot end as a duplicate of another, as a code. */
export type WhyNotJoined = 'OTHER_ENDED' | 'OTHER_DIED' | 'OTHER_SUSPICIOUS' | 'OTHER_DECIDED';

/** The same for these two; undefined where it can. No child is left without an open referral. */
export function whyNotJoined({ reference }: Case, other: Case | undefined): WhyNotJoined | undefined {
  if (other && hasDied(other)) return 'OTHER_DIED';
  if (!canContinueFor(other)) return 'OTHER_ENDED';
  if (isSuspicious(other)) return 'OTHER_SUSPICIOUS';
  return sameAs(other.task?.decision) === reference ? 'OTHER_DECIDED' : undefined;
}
