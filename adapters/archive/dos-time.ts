import { londonDateOf, londonTimeOf } from '#domain/values/dates.ts';

/** Date and time as a zip archive has them, by the clock of London: packed into two numbers, to two seconds. */
export function dosTime(at: string): { readonly date: number; readonly time: number } {
  const [year = 1980, month = 1, day = 1] = londonDateOf(at).split('-').map(Number);
  const [hour = 0, minute = 0] = londonTimeOf(at).split(':').map(Number);
  return { date: ((year - 1980) << 9) | (month << 5) | day, time: (hour << 11) | (minute << 5) };
}
