import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { entryRow } from '#domain/lists/index-copies.ts';
import { waitMark } from '#domain/lists/review-place.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Log } from '#domain/ports/services.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { withDay } from '../day-command.ts';
import { changeEntry } from '../lists/change-entry.ts';
import { holdersOf } from '../lists/do-lists.ts';
import { readRecord } from '../read-record.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { finishTodo } from './finish-todo.ts';
import { offeringFaults, offeringShape } from './review-command.ts';
import { enterReview, type ReviewDeps } from './review-wait.ts';

/** As many children as one press reviews. */
export const MOST_REVIEWED = 25;
/** Children who are reviewed at once. */
const LANES = 5;

const bulkFaults = { ...offeringFaults, CHILDREN_MISSING: 'not-a-choice', CHILDREN_TOO_MANY: 'too-many' } as const;
export type BulkFault = keyof typeof bulkFaults;

const bulkSchema = z.object({
  /** Each child as the page showed them, see `waitMark`. */
  children: z
    .array(z.object({ reference: z.string(), seen: z.string() }))
    .min(1, 'CHILDREN_MISSING' satisfies BulkFault)
    .max(MOST_REVIEWED, 'CHILDREN_TOO_MANY' satisfies BulkFault),
  ...offeringShape,
});

/**
 * What became of one child. STALE: something about them has changed since the page was shown. ALREADY: the wait is reviewed, as
 * `theCase` says. OVER: they wait no more. TOO_EARLY: the day is before their referral. FAILED: it can be tried again.
 */
export interface ChildReviewed {
  readonly reference: string;
  readonly result: 'DONE' | 'STALE' | 'ALREADY' | 'OVER' | 'TOO_EARLY' | 'FAILED';
  readonly review?: Case['waitReview'];
}

export type BulkResult =
  | { readonly kind: 'REVIEWED'; readonly children: readonly ChildReviewed[] }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<BulkFault>[] };

type BulkDeps = ReviewDeps & { readonly todos: Pick<TodoStore, 'saveTodo' | 'todosOf'>; readonly log: Log };

/**
 * Enters for each of these children that nothing changed, and what is offered meanwhile. Each is a review of its own, once a child:
 * one that cannot be entered stops no other and is named, and pressing again enters none twice.
 */
export function reviewWaits(deps: BulkDeps): (typed: z.input<typeof bulkSchema>, by: Actor) => Promise<BulkResult> {
  return async (typed, by) => {
    const days = { from: '', today: londonDateOf(deps.now()) };
    const read = readCommand(withDay(bulkSchema, days), bulkFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { children, ...found } = read.command;
    const nothing = { ...found, changes: [], changed: '', by } as const;
    const reviewed = await inLanes(children, LANES, new AbortController().signal, ({ reference, seen }) =>
      reviewOne(deps, reference, seen, nothing),
    );
    return { kind: 'REVIEWED', children: reviewed.flatMap(({ result }) => result ?? []) };
  };
}

type Found = Omit<Parameters<typeof enterReview>[2], 'todo'>;

async function reviewOne(deps: BulkDeps, reference: string, seen: string, found: Found): Promise<ChildReviewed> {
  try {
    return { reference, ...(await tryOne(deps, reference, seen, found)) };
  } catch {
    deps.log.error('wait-not-reviewed', { reference });
    return { reference, result: 'FAILED' };
  }
}

async function tryOne(
  deps: BulkDeps,
  reference: string,
  seen: string,
  found: Found,
): Promise<Omit<ChildReviewed, 'reference'>> {
  const [{ theCase, stored }, todos] = await Promise.all([readRecord(deps, reference), deps.todos.todosOf(reference)]);
  const todo = todos.find(({ kind, done }) => kind === 'REVIEW_WAIT' && done === undefined);
  const { waitReview } = theCase;
  if (waitReview) return already(deps, todo, waitReview);
  const { entry } = await changeEntry(holdersOf(deps))(reference, () => undefined);
  if (!todo || !entry || theCase.death) return { result: 'OVER' };
  if (waitMark(entryRow(entry)) !== seen) return { result: 'STALE' };
  if (found.on < stored.referralOn) return { result: 'TOO_EARLY' };
  if (await enterReview(deps, todo, { ...found, todo: todo.id })) return { result: 'DONE' };
  return { result: 'ALREADY', review: (await deps.cases.readCase(reference))?.waitReview };
}

/** What a crash left undone of a review that stands is finished. */
async function already(deps: BulkDeps, todo: Todo | undefined, review: NonNullable<Case['waitReview']>) {
  if (todo) await finishTodo(deps, todo, review.by);
  return { result: 'ALREADY', review } as const;
}
