import * as z from 'zod';
import { openRequest, withdrawalAsked, withdrawalTodo } from '#domain/case/ask-withdrawal.ts';
import type { Case } from '#domain/case/case.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { mustBeAsked, type Withdrawable, withdrawable, withdrawn } from '#domain/case/withdraw.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { type Actor, mailboxOfActor, referrerActor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { Moment } from '#domain/process/process.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readRecord } from '../read-record.ts';
import { endTodos } from '../todos/end-todos.ts';

const LONGEST_REASON = 2000;

/** The rule of each fault of a withdrawal. */
export const withdrawFaults = {
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
  REASON_SAYS_NOTHING: 'says-nothing',
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
    saysNothing: 'REASON_SAYS_NOTHING',
  }),
});
type WithdrawCommand = z.input<typeof withdrawSchema>;

export type WithdrawResult =
  /** ASKED: a person speaks with the family first. */
  | { readonly kind: 'DONE' | 'ASKED' | 'NOT_YOURS' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<WithdrawFault>[] }
  /** Someone was first: it is withdrawn or asked for already, being decided on, or has ended. */
  | { readonly kind: 'REFUSED'; readonly why: Exclude<Withdrawable, 'YES'> | 'ASKED' };

interface WithdrawDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'saveTodo' | 'todosOf'>;
  readonly sendNotices: SendNotices;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Withdraws a referral for its referrer: of a withdrawal and whatever else happens at the same moment exactly one counts.
 * A child on a list stays there: a person is asked to speak with the family first. The same form again finds it done, and
 * makes good what was cut off.
 */
export function withdrawReferral(deps: WithdrawDeps): (typed: WithdrawCommand) => Promise<WithdrawResult> {
  return async (typed) => {
    const read = readCommand(withdrawSchema, withdrawFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { reference, by, reason } = read.command;
    const { stored } = await readRecord(deps, reference);
    const referral = addresseesOf(stored.body);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      isReferrer(current, referral, by) ? changed(current, moment, { reason, by: referrerActor(by) }) : undefined,
    );
    const asked = openRequest(theCase);
    const isMine = asked !== undefined && isSame(asked, by, reason);
    if (isMine && isReferrer(theCase, referral, by)) return askPerson(deps, theCase, referral);
    if (saved) return withdrawnNow(deps, theCase);
    if (!isReferrer(theCase, referral, by)) return { kind: 'NOT_YOURS' };
    if (asked) return { kind: 'REFUSED', why: 'ASKED' };
    const before = theCase.withdrawal;
    if (before && isSame(before, by, reason)) return withdrawnNow(deps, theCase);
    const why = withdrawable(theCase);
    return { kind: 'REFUSED', why: why === 'YES' ? 'DECIDING' : why };
  };
}

function changed(current: Case, moment: Moment, said: { readonly reason: string; readonly by: Actor }) {
  return (mustBeAsked(current) ? withdrawalAsked : withdrawn)(current, moment, said);
}

function isSame(before: { readonly by: Actor; readonly reason: string }, by: string, reason: string): boolean {
  return mailboxOfActor(before.by) === by && before.reason === reason;
}

/** What was to be done beside a task of a referral that is withdrawn ends with it. */
async function withdrawnNow(deps: WithdrawDeps, theCase: Case): Promise<WithdrawResult> {
  await endTodos(deps, theCase);
  return { kind: 'DONE' };
}

/** Asks a service manager to speak with the family: once, however often this is done. */
async function askPerson(deps: WithdrawDeps, theCase: Case, referral: Addressees): Promise<WithdrawResult> {
  const todo = withdrawalTodo(theCase, deps.policy);
  if (todo) await deps.todos.createTodo(todo);
  await deps.sendNotices('WITHDRAWAL_ASKED', theCase, referral);
  return { kind: 'ASKED' };
}
