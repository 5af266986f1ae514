import {
  allReviews,
  type Counts,
  type Reviews,
  type ReviewsInNumbers,
  type ToReview,
} from '#application/lists/read-reviews.ts';
import type { ChildReviewed } from '#application/todos/review-waits.ts';
import { waitMark } from '#domain/lists/review-place.ts';
import { actorInWords } from '#domain/people/actor.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../../access/instants.ts';
import { reviewCodeInWords } from '../../../components/record/review-words.ts';
import { pathwayInWords } from '../../../components/record/words.ts';
import { type Cell, headOf } from '../../../components/table/table.ts';
import type { FormFields } from '../../../http/form-body.ts';
import { placeAt } from '../../place/address.ts';
import { lookAt } from '../row-view.ts';
import { listsWords } from '../words.ts';
import { boxOf, REVIEWS_AT, reviewsQuery, seenOf } from './address.ts';
import { leftAsWasWords, reviewedBy, reviewsWords as words } from './words.ts';

const columns = [
  ...[words.list, words.waiting, words.toReview, words.overdue],
  ...[words.reviewed, words.same, words.changed, words.offers],
].map((label) => ({ label }));

export function numbersHead() {
  return headOf(columns, { order: '', isDescending: false }, () => REVIEWS_AT);
}

/** A row of numbers a list, and one of all of them. */
export function numbersRows({ lists }: Reviews, base: string): Cell[][] {
  const name = (list: ReviewsInNumbers) => listInWords(list);
  const all = lists.length > 1 ? [[{ text: words.all }, ...numberCells(allReviews(lists))]] : [];
  const rows = lists.map((list) => [
    {
      text: name(list),
      href: list.toReview > 0 ? `${base}${REVIEWS_AT}${reviewsQuery({ list, after: '' })}` : undefined,
    },
    ...numberCells(list),
  ]);
  return [...rows, ...all];
}

export function listInWords({ pathway, locality }: ToReview['list']): string {
  return listsWords.listTitle(pathwayInWords(pathway), locality);
}

function numberCells(numbers: ReturnType<typeof allReviews>): Cell[] {
  const { waiting, toReview, overdue, reviewed, same, changed, changes, offers } = numbers;
  return [
    { text: `${waiting}` },
    { text: `${toReview}` },
    { text: `${overdue}`, mark: overdue > 0 ? words.overdueTag : undefined },
    { text: `${reviewed}` },
    { text: `${same}` },
    { text: `${changed}`, lines: countsInWords(changes) },
    { lines: countsInWords(offers) },
  ];
}

const countsInWords = (counts: Counts) => [...counts].map(([code, count]) => `${count}: ${reviewCodeInWords(code)}`);

/** A child to review, with a box. It names no one. `isTheirs`: whether the box was selected in the form that is shown again. */
export function childView(
  { row, list, todo, due, isOverdue }: ToReview,
  form: FormFields,
  base: string,
  today: string,
) {
  const { reference } = row;
  return {
    ...{ reference, name: boxOf(reference), isTheirs: form[boxOf(reference)] === 'yes' },
    ...{ seenName: seenOf(reference), seen: waitMark(row), tag: isOverdue ? words.overdueTag : '' },
    lines: [
      `${listInWords(list)}. ${words.by(plainDate(londonDateOf(due)))}.`,
      ...lookAt(row, today).map((said) => `${said.replace(/\.$/, '')}.`),
    ],
    placeAt: base + placeAt(reference),
    aloneAt: `${base}/triage/tasks/${todo}`,
  };
}

/** What became of each child, in words: how many were recorded, and who was left as they were and why. */
export function resultView(children: readonly ChildReviewed[], base: string) {
  const done = children.filter(({ result }) => result === 'DONE');
  return {
    said: done.length === 0 ? words.noneDone : words.done(done.length),
    done: done.map(({ reference }) => reference),
    left: children.flatMap(({ reference, result, review }) =>
      result === 'DONE' ? [] : [{ reference, at: base + placeAt(reference), why: whyLeft(result, review) }],
    ),
  };
}

function whyLeft(result: keyof typeof leftAsWasWords, review: ChildReviewed['review']): string {
  if (result !== 'ALREADY' || !review) return leftAsWasWords[result];
  return reviewedBy(actorInWords(review.by), instantInWords(review.at));
}
