import type { Case } from '#domain/case/case.ts';
import type { Periods } from '#domain/case/erase-on.ts';
import type { RecordsToErase, StoredFile, StoredTrace } from '#domain/ports/erasure.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import { addDays, addMonths, londonDateOf } from '#domain/values/dates.ts';
import { weekdayOf } from '#domain/values/working-days.ts';
import { dueOn, type Found, lookAtAll } from './look-at-all.ts';

/** On this day of the week everything is read, whatever is due. */
const WHOLE_ON = 'SUNDAY';
const WEEK = 7;
/** No child whom we accept is older when they are referred, in months. */
const OLDEST = 72;
/** How long a session or a code is kept after it is worth nothing, in days. */
const SPENT_DAYS = 28;

/** What is known of a night before anything is read. */
export interface Tonight {
  readonly today: string;
  readonly unnamedBefore: string;
  readonly list: ReadonlyMap<string, string>;
  readonly files: readonly StoredFile[];
}

/** Reads the cases that may be due, and everything where one of them or a file is, and once a week. */
export async function lookTonight(
  records: Pick<RecordsToErase, 'everything' | 'cases'>,
  periods: Periods,
  { today, unnamedBefore, list, files }: Tonight,
) {
  const isOver = overBy(today, periods.retention);
  const first = await lookAtAll(records.cases([...list.keys()]), periods, isOver, bornBefore);
  const isWhole =
    weekdayOf(today) === WHOLE_ON ||
    // Those that were older on the last Sunday were looked for then.
    files.some(({ at }) => isWithin(londonDateOf(at), addDays(unnamedBefore, -WEEK), unnamedBefore)) ||
    dueIn(first, today).length > 0 ||
    restored(first, list).length > 0;
  if (!isWhole) return { found: first, isWhole };
  const ids = new Set(files.map(({ id }) => id));
  return { found: await lookAtAll(records.everything(ids), periods, isOver), isWhole };
}

/** A day on which a child whom we accepted was born already, without a look at the referral. */
function bornBefore({ receivedAt }: Case): string {
  return addMonths(londonDateOf(receivedAt), -OLDEST);
}

const isWithin = (on: string, from: string, to: string) => from <= on && on <= to;

/** The records of which erasing was begun, then those whose day has come, the earliest first. */
export function dueIn({ standings }: Found, today: string): string[] {
  const begun = [...standings].filter(([, { erasing }]) => erasing).map(([reference]) => reference);
  const due = [...standings.keys()].flatMap((reference) => {
    const on = dueOn(standings, reference);
    return on !== undefined && on <= today && !begun.includes(reference) ? [{ reference, on }] : [];
  });
  return [...begun, ...due.toSorted((a, b) => (a.on < b.on ? -1 : 1)).map(({ reference }) => reference)];
}

/**
 * What was erased and is there again, or in part: its case is gone, or is that of before. A referral that came later under the same
 * reference is another.
 */
export function restored({ standings, left, elsewhere }: Found, list: ReadonlyMap<string, string>): string[] {
  return [...list].flatMap(([reference, erasedAt]) => {
    const standing = standings.get(reference);
    const isThere = left.has(reference) || elsewhere.has(reference);
    return isThere && (standing === undefined || standing.receivedAt <= erasedAt) ? [reference] : [];
  });
}

/** Which items have a period of their own that has ended. */
function overBy(today: string, { readingYears, notAcceptedYears }: NonNullable<ServiceConfig['retention']>) {
  const before: ReadonlyMap<string, string> = new Map([
    ['READING', addMonths(today, -readingYears * 12)],
    ['OPENING', addMonths(today, -readingYears * 12)],
    ['AUDIT', addMonths(today, -notAcceptedYears * 12)],
    ['MAIL', addMonths(today, -notAcceptedYears * 12)],
    ['SESSION', addDays(today, -SPENT_DAYS)],
    ['CHALLENGE', addDays(today, -SPENT_DAYS)],
  ]);
  return ({ kind, at }: StoredTrace) => at !== undefined && londonDateOf(at) <= (before.get(kind) ?? '');
}
