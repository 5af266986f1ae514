import { plainText } from '#domain/values/characters.ts';

/** What a number counts, where the question says so. */
export type Unit = 'months' | 'hours' | 'weeks';

const UNITS: Readonly<Record<Unit, RegExp>> = {
  months: /\s*(?:m|mo|mths?|months?)\.?$/i,
  hours: /\s*(?:h|hrs?|hours?)\.?(?:\s*(?:a|per|\/|each|every)\s*(?:w|wk|week))?\.?$/i,
  // 34+3 is 34 completed weeks and 3 days.
  weeks: /\s*(?:\+\s*[0-6](?:\s*d(?:ays?)?)?|(?:w|wks?|weeks?)\.?(?:\s*\+?\s*[0-6]\s*d(?:ays?)?)?)$/i,
};

/** The number that was typed, with a comma for a point and with the unit of the question; undefined when it is another text. */
export function readNumber(typed: string, unit?: Unit): number | undefined {
  const text = plainText(typed);
  const bare = (unit ? text.replace(UNITS[unit], '') : text).replace(',', '.');
  return /^-?\d{1,6}(?:\.\d{1,6})?$/.test(bare) ? Number(bare) : undefined;
}
