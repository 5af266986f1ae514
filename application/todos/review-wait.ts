import * as z from 'zod';
import { type ReviewedWait, waitReviewed } from '#domain/case/wait-review.ts';
import { reviewedPlace } from '#domain/lists/review-place.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { readCommand } from '../command.ts';
import { withDay } from '../day-command.ts';
import { changeEntry } from '../lists/change-entry.ts';
import { holdersOf, type ListDeps } from '../lists/do-lists.ts';
import { readRecord } from '../read-record.ts';
import { finishTodo } from './finish-todo.ts';
import { changesShape, offeringShape, type ReviewFault, reviewFaults } from './review-command.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';

const typedSchema = z.object({ ...changesShape, ...offeringShape });

export type ReviewDeps = TodoDeps & ListDeps & { readonly referrals: ReferralStore };

/**
 * Enters the review of a long wait, once a child. It stands in the case before the TODO is done, so that entering it again
 * after a crash finishes it. It moves no place and takes no one off a list.
 */
export function reviewWait(
  deps: ReviewDeps,
): (todo: Todo, by: Actor, typed: z.input<typeof typedSchema>) => Promise<TodoResult<ReviewFault>> {
  return async (todo, by, typed) => {
    const { stored } = await readRecord(deps, todo.reference);
    const days = { from: stored.referralOn, today: londonDateOf(deps.now()) };
    const read = readCommand(withDay(typedSchema, days), reviewFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const saved = await enterReview(deps, todo, { ...read.command, by, todo: todo.id });
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}

/** The same of what was found. Whether this call entered it. The place keeps a copy for the sums of its list, whoever holds it. */
export async function enterReview(deps: ReviewDeps, todo: Todo, found: ReviewedWait): Promise<boolean> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
    waitReviewed(current, moment, found),
  );
  if (theCase.waitReview) await changeEntry(holdersOf(deps))(todo.reference, reviewedPlace(theCase.waitReview));
  await finishTodo(deps, todo, found.by);
  return saved;
}
