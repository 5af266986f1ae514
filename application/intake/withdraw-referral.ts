import { isReferrer } from '#domain/case/hand-over.ts';
import { type Withdrawable, withdrawable, withdrawn } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { mailboxOfActor, referrerActor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { Problem } from '#domain/problems/problems.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { readRecord } from '../read-record.ts';

const LONGEST_REASON = 2000;

export interface WithdrawInput {
  readonly reference: string;
  /** The mailbox of the person who withdraws, which must be the present referrer's or their team's. */
  readonly by: string;
  readonly reason: string;
}

export type WithdrawResult =
  | { readonly kind: 'DONE' | 'NOT_YOURS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly Problem[] }
  /** Someone was first: it is withdrawn already, being decided on, or has ended. */
  | { readonly kind: 'REFUSED'; readonly why: Exclude<Withdrawable, 'YES'> };

/**
 * Withdraws a referral for its referrer: of a withdrawal and whatever else happens at the same moment exactly one counts.
 * The same form again finds it done.
 */
export function withdrawReferral(deps: {
  cases: CaseStore;
  referrals: ReferralStore;
  policy: Policy;
  now: Now;
}): (input: WithdrawInput) => Promise<WithdrawResult> {
  return async ({ reference, by, reason: typed }) => {
    const reason = text(LONGEST_REASON).safeParse(typed);
    if (!reason.success) return { kind: 'INVALID', problems: [problemOf(typed)] };
    const { stored } = await readRecord(deps, reference);
    const referral = addresseesOf(stored.body);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      isReferrer(current, referral, by)
        ? withdrawn(current, moment, { reason: reason.data, by: referrerActor(by) })
        : undefined,
    );
    if (saved) return { kind: 'DONE' };
    if (!isReferrer(theCase, referral, by)) return { kind: 'NOT_YOURS' };
    const before = theCase.withdrawal;
    if (before && mailboxOfActor(before.by) === by && before.reason === reason.data) return { kind: 'DONE' };
    const why = withdrawable(theCase);
    return { kind: 'REFUSED', why: why === 'YES' ? 'DECIDING' : why };
  };
}

function problemOf(typed: string): Problem {
  const problem = (code: string, message: string): Problem => ({ code, path: 'reason', message });
  if (typed.trim() === '') return problem('REASON_MISSING', 'Say why you withdraw the referral');
  if (typed.length > LONGEST_REASON) {
    return problem('REASON_TOO_LONG', `Shorten the reason to ${LONGEST_REASON} characters or fewer`);
  }
  return problem('REASON_UNREADABLE', 'The reason holds a character that cannot be shown. Type it again');
}
