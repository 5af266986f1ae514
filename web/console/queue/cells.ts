import { isWhen } from '#domain/process/rows.ts';
import { isRealDate, londonDateOf, plainDate } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import { instantInWords } from '../../access/instants.ts';
import { codeInWords } from '../../components/record/words.ts';
import type { Cell } from '../../components/table/table.ts';
import { actsOn } from '../acts/table.ts';
import { type ConsoleQueue, caseAt, noticeAt } from '../address.ts';
import { DAMAGED } from '../damaged/words.ts';
import { putRightWords } from '../put-right-words.ts';
import { stopInWords } from '../stop-words.ts';
import { consoleWords } from '../words.ts';
import type { Waiting } from './rows.ts';
import { listWords } from './words.ts';

/** Lists of what came on one day or another, and not for one reason or another. */
const BY_DAY: ReadonlySet<ConsoleQueue> = new Set(['triage', 'duplicates', 'quarantine', 'referrer', 'links']);

/** By what a list is filtered: what people wait for by the day since when, tasks by their kind, everything else by why it is there. */
export function keyOf(queue: ConsoleQueue, { why = '', what, since = '' }: Waiting): string {
  if (BY_DAY.has(queue)) return isWhen(since) ? londonDateOf(since) : '';
  return queue === 'late' ? what : why;
}

function keyInWords(key: string): string {
  return isRealDate(key) ? plainDate(key) : stopInWords(key);
}

/** Each day, reason or kind of some of them, with the way to those alone; nothing where there is one only. */
export function whysOf(queue: ConsoleQueue, rows: readonly Waiting[], at: string) {
  if (actsOn(queue).length === 0) return [];
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(queue, row), (counts.get(keyOf(queue, row)) ?? 0) + 1);
  const each = [...counts].map(([why, n]) => ({
    text: `${keyInWords(why)} (${n})`,
    href: `${at}?why=${encodeURIComponent(why)}`,
  }));
  return each.length > 1 ? [{ text: `${putRightWords.everyWhy} (${rows.length})`, href: at }, ...each] : [];
}

/** What the list shows of one. */
export function cellsOf(
  { reference, noticeId, what, since, why, due, attempts, damaged }: Waiting,
  hasDue: boolean,
  base: string,
): Cell[] {
  const tries = attempts === undefined ? [] : [`${listWords.attempts}: ${attempts}`];
  const isOfCase = reference !== undefined && isReference(reference);
  const noticeHref = isOfCase && noticeId !== undefined ? base + noticeAt(reference, noticeId) : undefined;
  const isDamaged = damaged || why === DAMAGED || [since, due].some((at) => whenInWords(at) === listWords.unreadable);
  return [
    // A digest has the day as its reference, and a draft has none.
    isOfCase ? { text: reference, href: base + caseAt(reference) } : { text: consoleWords.none },
    { text: what === '' ? '' : codeInWords(what), href: noticeHref },
    { text: whenInWords(since) },
    ...(hasDue ? [{ text: whenInWords(due) }] : []),
    { text: why === undefined ? '' : stopInWords(why), lines: tries, mark: isDamaged ? listWords.damaged : undefined },
  ];
}

/** An instant in words; what an index holds in its place is said to be unreadable. */
function whenInWords(at: string | undefined): string {
  if (at === undefined) return '';
  return isWhen(at) ? instantInWords(at) : listWords.unreadable;
}
