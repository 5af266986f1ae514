import * as z from 'zod';
import { isReferrer } from '#domain/case/hand-over.ts';
import { type Withdrawable, withdrawable, withdrawn } from '#domain/case/withdraw.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { mailboxOfActor, referrerActor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { readRecord } from '../read-record.ts';

const LONGEST_REASON = 2000;

/** The rule of each fault of a withdrawal. */
export const withdrawFaults = {
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type WithdrawFault = keyof typeof withdrawFaults;

const withdrawSchema = z.object({
  reference: z.string(),
  /** The mailbox that withdraws. It must be the present referrer's or their team's. */
  by: z.string(),
  reason: text(LONGEST_REASON, {
    missing: 'REASON_MISSING',
    tooLong: 'REASON_TOO_LONG',
    unprintable: 'REASON_UNPRINTABLE',
  }),
});
type WithdrawCommand = z.input<typeof withdrawSchema>;

export type WithdrawResult =
  | { readonly kind: 'DONE' | 'NOT_YOURS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<WithdrawFault>[] }
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
}): (typed: WithdrawCommand) => Promise<WithdrawResult> {
  return async (typed) => {
    const read = readCommand(withdrawSchema, withdrawFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason } = read.command;
    const { stored } = await readRecord(deps, reference);
    const referral = addresseesOf(stored.body);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      isReferrer(current, referral, by) ? withdrawn(current, moment, { reason, by: referrerActor(by) }) : undefined,
    );
    if (saved) return { kind: 'DONE' };
    if (!isReferrer(theCase, referral, by)) return { kind: 'NOT_YOURS' };
    const before = theCase.withdrawal;
    if (before && mailboxOfActor(before.by) === by && before.reason === reason) return { kind: 'DONE' };
    const why = withdrawable(theCase);
    return { kind: 'REFUSED', why: why === 'YES' ? 'DECIDING' : why };
  };
}
