import { plainText } from '#domain/values/characters.ts';

const TIME = /^(\d{1,2})(?:[:.]?([0-5]\d))?\s*(am|pm)?$/i;

/** The time that was typed, such as 8:05, 8.05, 0805, 8:05am or 2pm, as `HH:MM`; undefined when it is another text. */
export function readTime(typed: string): string | undefined {
  const [, hours = '', minutes, half = ''] = TIME.exec(plainText(typed)) ?? [];
  const hour = Number(hours);
  // A bare number could be an hour or a slip.
  if (hours === '' || (minutes === undefined && half === '') || hour > 23) return undefined;
  if (half !== '' && (hour < 1 || hour > 12)) return undefined;
  const inDay = half === '' ? hour : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(inDay).padStart(2, '0')}:${minutes ?? '00'}`;
}
