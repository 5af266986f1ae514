import type { Band } from './band.ts';

/** All that decides a child's place on a list. */
export interface Placing {
  readonly band: Band | null;
  readonly targetOn: string;
  readonly referredAt: string;
  readonly reference: string;
}

/**
 * A text whose plain order is the order of the list: band (none first), target date, referral time, reference. `referredAt`
 * must be an ISO instant in UTC with milliseconds, so that every key has the same width.
 */
export function orderKey({ band, targetOn, referredAt, reference }: Placing): string {
  return [band ?? 0, targetOn, referredAt, reference].join('#');
}
