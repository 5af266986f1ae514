import { londonDateOf, londonTimeOf } from '#domain/values/dates.ts';
import { type Field, namesOf } from '../../engine/fields.ts';

/** A value of a referral as it would have been typed; what no input could have given is left out. The inverse of `meaningOf`. */
export function typedOf(field: Field, value: unknown): Readonly<Record<string, string>> {
  const { kind, path } = field;
  if (kind === 'yes-no') return typeof value === 'boolean' ? { [path]: value ? 'yes' : 'no' } : {};
  if (typeof value !== 'string') return typeof value === 'number' ? { [path]: String(value) } : {};
  if (kind === 'date') return named(field, datePartsOf(value));
  if (kind !== 'moment') return { [path]: value };
  const { date, time } = partsOf(value);
  const day = datePartsOf(date);
  return named(field, [...(day.length === 0 ? ['', '', ''] : day), time]);
}

function named(field: Field, parts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part, index) => [namesOf(field)[index] ?? field.path, part]));
}

/** Day, month and year; a month that was written as 09 is typed as 9. Nothing for what is no date of digits. */
function datePartsOf(on: string): readonly string[] {
  const [, year = '', month = '', day = ''] = /^(\d*)-(\d*)-(\d*)$/.exec(on) ?? [];
  const short = (part: string) => (/^0\d$/.test(part) ? part.slice(1) : part);
  return `${year}${month}${day}` === '' ? [] : [short(day), short(month), year];
}

/** A moment with an offset is typed as London's clock showed it; one without is taken as it stands. */
function partsOf(moment: string): { readonly date: string; readonly time: string } {
  const [date = '', ...rest] = moment.split('T');
  const time = rest.join('T');
  const hasOffset = /(?:Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(moment));
  if (!hasOffset) return { date, time: time.replace(/^(\d\d:\d\d):\d\d(?:\.\d+)?$/, '$1') };
  const instant = new Date(moment).toISOString();
  return { date: londonDateOf(instant), time: londonTimeOf(instant) };
}
