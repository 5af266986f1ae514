import type { BulkFault, ChildReviewed } from '#application/todos/review-waits.ts';
import type { CommandWords } from '../../../components/command-words.ts';
import { offeringFaultWords } from '../../todo/review-words.ts';
import { listsWords } from '../words.ts';

/** Words of the page about the reviews of long waits. */
export const reviewsWords = {
  title: listsWords.reviews,
  lead: (months: number) =>
    `Each child who waits long is reviewed once. This is after ${months} months, on their third birthday or before they start school.`,
  numbers: 'Reviews by list',
  ofNow: 'The numbers are about children who wait now. A child who has left a list is not counted.',
  list: listsWords.list,
  all: 'All lists',
  waiting: listsWords.waiting,
  toReview: 'To review',
  overdue: 'Overdue',
  reviewed: 'Reviewed',
  same: 'Nothing changed',
  changed: 'Something changed',
  offers: 'Offered until support starts',
  overdueTag: 'Overdue',
  csv: 'Download these numbers (CSV)',
  print: 'Print these numbers',
  printed: (at: string) => `Printed from the lists as they were at ${at}.`,
  back: listsWords.back,
  backToPage: 'Back to the reviews',
  due: 'Children to review',
  dueOf: (list: string) => `Children to review: ${list}`,
  showAll: 'Show the children of all lists',
  noneDue: 'There is no child to review here now.',
  bulkLead: 'Use this only for families you have spoken with, where nothing has changed.',
  children: 'For which children has nothing changed?',
  childrenHint: 'We record a review for each child you select. Their places on the lists stay as they are.',
  by: (on: string) => `Review by ${on}`,
  place: 'Place on the list',
  alone: 'Something has changed',
  of: (reference: string) => `referral ${reference}`,
  offering: 'What do you offer these families while they wait?',
  told: 'When did you tell these families?',
  toldHint: 'For example, 27 9 2026. If you spoke on several days, enter the last one.',
  record: 'Record these reviews',
  pages: 'Pages of the children to review',
  first: 'Start of the children to review',
  next: listsWords.next,
  done: (n: number) => (n === 1 ? 'We recorded the review of one child.' : `We recorded the reviews of ${n} children.`),
  noneDone: 'Nothing was recorded.',
  left: 'Left as they were',
} as const;

type Left = Exclude<ChildReviewed['result'], 'DONE'>;

/** Why nothing was recorded for a child. */
export const leftAsWasWords: Readonly<Record<Left, string>> = {
  STALE: 'Something about this child has changed since you opened the page. Check the child, then select them again.',
  ALREADY: 'Someone has reviewed this child already.',
  OVER: 'This child does not wait on a list now.',
  TOO_EARLY: 'The day is before the referral of this child. Check the day.',
  FAILED: 'We could not record this. Try again.',
};
/** Who has reviewed a child, and when. */
export const reviewedBy = (who: string, at: string) => `${who} has reviewed this child already, on ${at}.`;

export const bulkFaultWords = {
  CHILDREN_MISSING: 'Select the children where nothing has changed',
  CHILDREN_TOO_MANY: ({ limit }) => `Select ${limit} children or fewer`,
  ...offeringFaultWords,
  DATE_MISSING: 'Enter the date on which you told these families',
} as const satisfies CommandWords<BulkFault>;
