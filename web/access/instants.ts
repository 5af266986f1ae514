import { londonDateOf, londonTimeOf, plainDate } from '#domain/dates.ts';

/** An instant as people write it: 24 September 2026 at 9:05am (in London). */
export function inWords(at: string): string {
  return `${plainDate(londonDateOf(at))} at ${timeInWords(at)}`;
}

/** The time of day alone, in London: 9:05am. */
export function timeInWords(at: string): string {
  const [hours = 0, minutes = 0] = londonTimeOf(at).split(':').map(Number);
  const half = hours < 12 ? 'am' : 'pm';
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')}${half}`;
}
