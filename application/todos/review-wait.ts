import * as z from 'zod';
import { waitReviewed } from '#domain/case/wait-review.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { blankableText, text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { dayFaults, withDay } from '../day-command.ts';
import { readRecord } from '../read-record.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';

const LONGEST = 1000;

/** The rule of each fault of a review of a long wait. */
export const reviewFaults = {
  CHANGED_TOO_LONG: 'too-long',
  CHANGED_UNPRINTABLE: 'unprintable',
  OFFERED_MISSING: 'missing',
  OFFERED_TOO_LONG: 'too-long',
  OFFERED_UNPRINTABLE: 'unprintable',
  ...dayFaults,
} as const satisfies Record<string, CommandRule>;
export type ReviewFault = keyof typeof reviewFaults;

const typedSchema = z.object({
  /** What changed since the referral; blank where nothing did. */
  changed: blankableText(LONGEST, { tooLong: 'CHANGED_TOO_LONG', unprintable: 'CHANGED_UNPRINTABLE' }),
  offered: text(LONGEST, {
    ...{ missing: 'OFFERED_MISSING', tooLong: 'OFFERED_TOO_LONG', unprintable: 'OFFERED_UNPRINTABLE' },
  }),
  /** When the family was told, `YYYY-MM-DD` as it was typed; blank when nothing was. */
  on: z.string(),
});

type ReviewDeps = TodoDeps & {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
};

/**
 * Enters the review of a long wait, once a child. It stands in the case before the TODO is done, so that entering it again
 * after a crash finishes it. It moves no place and takes no one off a list.
 */
export function reviewWait(
  deps: ReviewDeps,
): (todo: Todo, by: Actor, typed: z.input<typeof typedSchema>) => Promise<TodoResult<ReviewFault>> {
  return async (todo, by, typed) => {
    const now = deps.now();
    const { stored } = await readRecord(deps, todo.reference);
    const days = { from: stored.referralOn, today: londonDateOf(now) };
    const read = readCommand(withDay(typedSchema, days), reviewFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const found = { ...read.command, by, todo: todo.id };
    const moment = { now, policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, todo.reference, (current) => waitReviewed(current, moment, found));
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
