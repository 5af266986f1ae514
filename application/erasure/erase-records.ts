import type { Case } from '#domain/case/case.ts';
import { eraseOn, type Periods } from '#domain/case/erase-on.ts';
import { actorCode, MACHINE } from '#domain/people/actor.ts';
import type { ErasedList, FilesToErase, RecordsToErase, StoredFile, StoredTrace } from '#domain/ports/erasure.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { erasedLast } from '#domain/process/erased.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addDays, addMonths, londonDateOf } from '#domain/values/dates.ts';
import { weekdayOf } from '#domain/values/working-days.ts';
import { changeCase } from '../change-case.ts';
import { eraseRecord } from './erase-record.ts';
import { dobIn, dueOn, type Found, lookAtAll } from './look-at-all.ts';

export interface EraseDeps {
  readonly cases: CaseStore;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly todos: Pick<TodoStore, 'todosOf'>;
  readonly records: RecordsToErase;
  readonly files: FilesToErase;
  readonly erased: ErasedList;
  readonly config: Pick<ServiceConfig, 'retention'>;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/** How many records go in one night at most; the next night goes on. */
const MOST_A_NIGHT = 200;
/** On this day of the week everything is read, whatever is due. */
const WHOLE_ON = 'SUNDAY';
const WEEK = 7;
/** No child whom we accept is older when they are referred, in months. */
const OLDEST = 72;
/** How long a session or a code is kept after it is worth nothing, in days. */
const SPENT_DAYS = 28;

/** What one night took out, by number. */
interface Night {
  readonly erased: number;
  readonly again: number;
  readonly failed: number;
  readonly files: number;
  readonly over: number;
}

/**
 * Erases what need not be kept any longer, once a night: records whose period has ended, and files that nothing names; and once a
 * week readings, stops, sessions and codes whose own period has ended. What stands on the list of the erased and is there again,
 * as after a restore, goes again. The cases are read each night, and the whole table where one of them or a file may be due, and
 * once a week. Bounded, and safe to run twice or to cut off: a record that was begun is taken up first. A record that cannot be
 * read stays, and is told.
 */
export function eraseRecords(deps: EraseDeps): () => Promise<Night> {
  return async () => {
    const { retention } = deps.config;
    if (retention === undefined) throw new Error('The configuration does not say how long records are kept.');
    const periods: Periods = { policy: deps.policy, retention };
    const today = londonDateOf(deps.now());
    const [list, files] = [erasedLast(await deps.erased.entries()), await deps.files.all()];
    const keyOfFile = new Map(files.map(({ id, key }) => [id, key]));
    const unnamedBefore = addDays(today, -retention.unnamedFileDays);
    const { found, isWhole } = await look(deps, periods, { today, unnamedBefore, list, files });
    for (const reference of found.unreadable) deps.log.error('record-not-readable', { reference });
    const gone = new Set<string>();
    const night = { erased: 0, again: 0, failed: 0, files: 0, over: 0 };
    const attempt = async (reference: string, what: 'erased' | 'again', work: () => Promise<boolean>) => {
      try {
        if (!(await work())) return;
        night[what] += 1;
        gone.add(reference);
      } catch (error) {
        night.failed += 1;
        deps.log.error('record-not-erased', { reference, error: errorName(error) });
      }
    };
    const erase = async (reference: string) => {
      await eraseRecord(deps, reference, found, keyOfFile);
      return true;
    };
    const again = restored(found, list);
    for (const reference of again) await attempt(reference, 'again', () => erase(reference));
    const due = dueIn(found, today).filter((reference) => !again.includes(reference));
    for (const reference of due.slice(0, MOST_A_NIGHT)) {
      await attempt(
        reference,
        'erased',
        async () => (await begin(deps, periods, reference)) && (await erase(reference)),
      );
    }
    for (const { key, id, at } of isWhole ? files : []) {
      const namers = [...(found.namers.get(id) ?? [])];
      const isUnnamed = namers.length === 0 && londonDateOf(at) <= unnamedBefore;
      if (!isUnnamed && !(namers.length > 1 && namers.every((by) => gone.has(by)))) continue;
      await deps.files.remove(key);
      night.files += 1;
    }
    for (const { key } of found.over) await deps.records.remove(key);
    night.over = found.over.length;
    deps.log.info('records-erased', { ...night });
    return night;
  };
}

interface Tonight {
  readonly today: string;
  readonly unnamedBefore: string;
  readonly list: ReadonlyMap<string, string>;
  readonly files: readonly StoredFile[];
}

/** Reads the cases, and everything where one of them or a file may be due, and once a week. */
async function look(deps: EraseDeps, periods: Periods, { today, unnamedBefore, list, files }: Tonight) {
  const isOver = overBy(today, periods.retention);
  const first = await lookAtAll(deps.records.cases(), periods, isOver, bornBefore);
  const isWhole =
    weekdayOf(today) === WHOLE_ON ||
    // Those that were older on the last Sunday were looked for then.
    files.some(({ at }) => isWithin(londonDateOf(at), addDays(unnamedBefore, -WEEK), unnamedBefore)) ||
    dueIn(first, today).length > 0 ||
    restored(first, list).length > 0;
  if (!isWhole) return { found: first, isWhole };
  const ids = new Set(files.map(({ id }) => id));
  return { found: await lookAtAll(deps.records.everything(ids), periods, isOver), isWhole };
}

/** A day on which a child whom we accepted was born already, without a look at the referral. */
function bornBefore({ receivedAt }: Case): string {
  return addMonths(londonDateOf(receivedAt), -OLDEST);
}

const isWithin = (on: string, from: string, to: string) => from <= on && on <= to;

/** The records of which erasing was begun, then those whose day has come, the earliest first. */
function dueIn({ standings }: Found, today: string): string[] {
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
function restored({ standings, left, elsewhere }: Found, list: ReadonlyMap<string, string>): string[] {
  return [...list].flatMap(([reference, erasedAt]) => {
    const standing = standings.get(reference);
    const isThere = left.has(reference) || elsewhere.has(reference);
    return isThere && (standing === undefined || standing.receivedAt <= erasedAt) ? [reference] : [];
  });
}

/**
 * Marks the case as being erased, by one conditional write, and puts it on the list. From then on no one can change it. False where
 * it is not due once it is read by key: someone may have set a legal hold since.
 */
async function begin(deps: EraseDeps, periods: Periods, reference: string): Promise<boolean> {
  const mark = (await deps.cases.readCase(reference))?.erasing ?? (await marked(deps, periods, reference));
  if (mark === undefined) return false;
  const { at, ground, by } = mark;
  await deps.erased.add({ reference, at, ground, by: actorCode(by) });
  return true;
}

async function marked(deps: EraseDeps, periods: Periods, reference: string): Promise<Case['erasing']> {
  const [stored, support, todos] = await Promise.all([
    deps.referrals.readReferral(reference),
    deps.supports.readSupport(reference),
    deps.todos.todosOf(reference),
  ]);
  const kept = {
    support,
    dob: dobIn(stored?.body),
    openTodos: todos.flatMap(({ kind, done }) => (done ? [] : [kind])),
  };
  const now = deps.now();
  const { theCase, saved } = await changeCase(deps.cases, reference, (current) => {
    const due = eraseOn({ ...kept, theCase: current }, periods);
    if (due === undefined || due.on > londonDateOf(now)) return undefined;
    return { ...current, erasing: { at: now, ground: due.as, by: current.erasure?.by ?? MACHINE } };
  });
  return saved ? theCase.erasing : undefined;
}

/** Which items have a period of their own that has ended. */
function overBy(today: string, { readingYears, notAcceptedYears }: NonNullable<ServiceConfig['retention']>) {
  const before: ReadonlyMap<string, string> = new Map([
    ['READING', addMonths(today, -readingYears * 12)],
    ['OPENING', addMonths(today, -readingYears * 12)],
    ['AUDIT', addMonths(today, -notAcceptedYears * 12)],
    ['SESSION', addDays(today, -SPENT_DAYS)],
    ['CHALLENGE', addDays(today, -SPENT_DAYS)],
  ]);
  return ({ kind, at }: StoredTrace) => at !== undefined && londonDateOf(at) <= (before.get(kind) ?? '');
}
