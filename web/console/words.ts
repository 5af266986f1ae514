import type { RollupQueue } from '#domain/process/rollup.ts';

/** How many of something, in words: `1 email`, `12 emails`. */
export function manyOf(count: number, isMore: boolean, one: string, several: string): string {
  const shown = count.toLocaleString('en-GB');
  return isMore ? `At least ${shown} ${several}` : `${shown} ${count === 1 ? one : several}`;
}

/** How long since this instant: `5 minutes`, `3 hours`, `12 days`. */
export function howLong(since: string, now: string): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 90) return manyOf(minutes, false, 'minute', 'minutes');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? manyOf(hours, false, 'hour', 'hours') : manyOf(Math.floor(hours / 24), false, 'day', 'days');
}

/** The states of cases, in the order of their road. */
export const stateWords = {
  SUSPICIOUS: 'On hold: may not be a real referral',
  DUPLICATE: 'On hold: may be a duplicate',
  TRIAGE: 'With the triage team',
  REFERRER: 'Waiting for the referrer',
  onLists: 'On a waiting list',
  afterLists: 'Offered a place, or in support',
  RESTARTING: 'Stopped, and restarts by itself',
  PARKED: 'Stopped, and needs someone',
} as const satisfies Partial<Record<RollupQueue | 'onLists' | 'afterLists', string>>;

/** What the service owes beside its cases. */
export const owedWords = {
  TODO: 'Other tasks of staff',
  OUTBOX: 'Workflows to start or to wake',
  NOTICE: 'Emails that were begun',
  MAIL_FAILED: 'Emails that reached no one',
  PUT_OFF: 'Failed, and tried again',
  FILE_LOST: 'Referrals with a document that is not there',
  MAIL_UNOPENED: 'Emails to us that no one has opened',
} as const satisfies Partial<Record<RollupQueue, string>>;

/** Words that several pages of the console share. */
export const consoleWords = {
  reference: 'Reference',
  since: 'Since',
  why: 'Why',
  what: 'What',
  none: 'None',
  back: 'Is anything wrong?',
} as const;
