import type { ListName } from '#domain/lists/entry.ts';
import { MANAGERS, todoQueue } from '#domain/people/todo.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import type { ListRow, WorkRow } from '#domain/process/rows.ts';
import { MOST_ON_A_LIST, oneAChild } from './read-list.ts';
import { LISTS } from './read-lists.ts';

/** A child whose long wait a person is asked to review, with the id of the TODO and by when. */
export interface ToReview {
  readonly row: ListRow;
  readonly list: ListName;
  readonly todo: string;
  readonly due: string;
  readonly isOverdue: boolean;
}

/** How often each code stands in what was found. */
export type Counts = ReadonlyMap<string, number>;

/** The reviews of long waits of one list on which someone waits, in numbers. */
export interface ReviewsInNumbers extends ListName {
  readonly waiting: number;
  readonly toReview: number;
  readonly overdue: number;
  readonly reviewed: number;
  /** Of how many nothing had changed, and of how many something. Of a review of an earlier release neither is known. */
  readonly same: number;
  readonly changed: number;
  readonly changes: Counts;
  readonly offers: Counts;
}

export interface Reviews {
  readonly lists: readonly ReviewsInNumbers[];
  /** The first due first. */
  readonly toReview: readonly ToReview[];
}

/** The reviews of everyone who waits, by list and together. Reads each list and the queue of the service managers once. */
export function readReviews(indexes: Pick<Indexes, 'list' | 'work'>): (now: string) => Promise<Reviews> {
  return async (now) => {
    const [asked, ...lists] = await Promise.all([
      indexes.work(todoQueue(MANAGERS), MOST_ON_A_LIST),
      ...LISTS.map(({ pathway, locality }) => indexes.list(pathway, locality, MOST_ON_A_LIST)),
    ]);
    const todos = new Map(asked.flatMap((row) => (row.kind === 'REVIEW_WAIT' ? [[row.reference, row]] : [])));
    const read = LISTS.map((list, index) => {
      const rows = oneAChild(lists[index] ?? []);
      return { list, rows, toReview: rows.flatMap((row) => toReviewOf(row, list, todos.get(row.reference), now)) };
    });
    return {
      lists: read.filter(({ rows }) => rows.length > 0).map((one) => inNumbers(one.list, one.rows, one.toReview)),
      toReview: read
        .flatMap(({ toReview }) => toReview)
        .sort((one, other) => (placeInReviews(one) < placeInReviews(other) ? -1 : 1)),
    };
  };
}

/** The text by which those to review are ordered. */
export function placeInReviews({ due, row: { reference } }: Pick<ToReview, 'due' | 'row'>): string {
  return `${due}~${reference}`;
}

function toReviewOf(row: ListRow, list: ListName, asked: WorkRow | undefined, now: string): ToReview[] {
  // The index may lag: who is reviewed by now is asked no more.
  if (asked?.taskId === undefined || row.more?.reviewedOn !== undefined) return [];
  const { due = '' } = asked;
  return [{ row, list, todo: asked.taskId, due, isOverdue: due <= now }];
}

function inNumbers(list: ListName, rows: readonly ListRow[], toReview: readonly ToReview[]): ReviewsInNumbers {
  const found = rows.flatMap(({ more }) => (more?.reviewedOn === undefined ? [] : [more]));
  return {
    ...{ ...list, waiting: rows.length, toReview: toReview.length },
    overdue: toReview.filter(({ isOverdue }) => isOverdue).length,
    reviewed: found.length,
    same: found.filter(({ reviewSame }) => reviewSame === true).length,
    changed: found.filter(({ reviewSame }) => reviewSame === false).length,
    changes: countsOf(found.flatMap(({ reviewChanges = [] }) => reviewChanges)),
    offers: countsOf(found.flatMap(({ reviewOffers = [] }) => reviewOffers)),
  };
}

function countsOf(codes: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

/** The reviews of all lists together. */
export function allReviews(lists: readonly ReviewsInNumbers[]): Omit<ReviewsInNumbers, keyof ListName> {
  const sum = (of: (one: ReviewsInNumbers) => number) => lists.reduce((all, one) => all + of(one), 0);
  return {
    waiting: sum(({ waiting }) => waiting),
    toReview: sum(({ toReview }) => toReview),
    overdue: sum(({ overdue }) => overdue),
    reviewed: sum(({ reviewed }) => reviewed),
    same: sum(({ same }) => same),
    changed: sum(({ changed }) => changed),
    changes: together(lists.map(({ changes }) => changes)),
    offers: together(lists.map(({ offers }) => offers)),
  };
}

function together(counts: readonly Counts[]): Counts {
  const all = new Map<string, number>();
  for (const [code, count] of counts.flatMap((one) => [...one])) all.set(code, (all.get(code) ?? 0) + count);
  return all;
}
