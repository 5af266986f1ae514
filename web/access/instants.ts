import { londonDateOf, plainDate, timeInWords } from '#domain/values/dates.ts';

/** An instant as people write it: 24 September 2026 at 9:05am (in London). */
export function instantInWords(at: string): string {
  return `${plainDate(londonDateOf(at))} at ${timeInWords(at)}`;
}
