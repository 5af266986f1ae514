import { plainText } from '#domain/values/characters.ts';
import type { FormFields } from '../http/form-body.ts';

/** A date as it was typed into three inputs. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** A whole date in the first box, in the order of the boxes or as computers write it. Only a year of 4 digits makes it sure. */
const WHOLE = /^(\d{1,2}(?:st|nd|rd|th)?)[\s./-]+([a-z]+|\d{1,2})[\s.,/-]+(\d{4})$|^(\d{4})-(\d\d)-(\d\d)$/i;

/** The number of a month that was typed as a number, as its name, or as its first letters, such as "Sept". */
function monthIn(typed: string): string {
  const name = typed.toLowerCase();
  const index = name.length < 3 ? -1 : MONTHS.findIndex((month) => month.startsWith(name));
  return index < 0 ? typed : String(index + 1);
}

export const isBlank = ({ day, month, year }: TypedDate) => `${day}${month}${year}`.trim() === '';

/** Each part as a number, without what people write behind it: 14th, Sep, and 2025. are 14, 9 and 2025. */
export function readParts(typed: TypedDate): TypedDate {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) => plainText(part).replace(/[.,]+$/, ''));
  const whole = month || year ? null : WHOLE.exec(day ?? '');
  const [, first = day ?? '', second = month ?? '', third = year ?? '', isoYear, isoMonth = '', isoDay = ''] =
    whole ?? [];
  if (isoYear !== undefined) return { day: isoDay, month: isoMonth, year: isoYear };
  return { day: first.replace(/(?<=^\d{1,2})(?:st|nd|rd|th)$/i, ''), month: monthIn(second), year: third };
}

/** The date that was typed as `YYYY-MM-DD`, real or not; undefined when nothing was typed. */
export function dateOf(typed: TypedDate): string | undefined {
  if (isBlank(typed)) return undefined;
  const { day, month, year } = readParts(typed);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** What was typed into the three inputs of this name. */
export function typedDateIn(fields: FormFields, name: string): TypedDate {
  const part = (which: string) => fields[`${name}-${which}`]?.trim() ?? '';
  return { day: part('day'), month: part('month'), year: part('year') };
}

/** That date as a command takes it: blank when nothing was typed. */
export function dateIn(fields: FormFields, name: string): string {
  return dateOf(typedDateIn(fields, name)) ?? '';
}
