import type { Case } from '#domain/case/case.ts';
import { eraseOn, type Periods } from '#domain/case/erase-on.ts';
import { actorCode, MACHINE } from '#domain/people/actor.ts';
import type { ErasedList, FilesToErase, RecordsToErase } from '#domain/ports/erasure.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TeamStore, TodoStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { erasedLast } from '#domain/process/erased.ts';
import type { ServiceConfig } from '#domain/service/config.ts';
import type { Policy } from '#domain/service/policy.ts';
import { addDays, londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { eraseRecord } from './erase-record.ts';
import { forgetFormer } from './forget-former.ts';
import { dobIn } from './look-at-all.ts';
import { dueIn, lookTonight, restored } from './look-tonight.ts';

export interface EraseDeps {
  readonly cases: CaseStore;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly todos: Pick<TodoStore, 'todosOf'>;
  readonly records: RecordsToErase;
  readonly team: Pick<TeamStore, 'readTeam' | 'saveTeam'>;
  readonly files: FilesToErase;
  readonly erased: ErasedList;
  readonly config: Pick<ServiceConfig, 'retention'>;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

/** How many records go in one night at most; the next night goes on. */
const MOST_A_NIGHT = 200;

/** What one night took out, by number. */
interface Night {
  readonly erased: number;
  readonly again: number;
  readonly unaccepted: number;
  readonly failed: number;
  readonly files: number;
  readonly over: number;
  /** People who left the team long ago. */
  readonly former: number;
}

/**
 * Erases what need not be kept any longer, once a night: records whose period has ended, and files that nothing names. Once a week
 * also referrals that were stored and never accepted, readings, stops, sessions and codes whose own period has ended, and the
 * names of who left the team long ago. What stands on the list of the erased and is there again, as after a restore, goes again.
 * The cases that have ended are read each night, and the whole table where one of them or a file may be due, and once a week. Bounded, and safe
 * to run twice or to cut off: a record that was begun is taken up first. A record that cannot be read stays, and is told.
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
    const { found, isWhole } = await lookTonight(deps.records, periods, { today, unnamedBefore, list, files });
    for (const reference of found.unreadable) deps.log.error('record-not-readable', { reference });
    const gone = new Set<string>();
    const night = { erased: 0, again: 0, unaccepted: 0, failed: 0, files: 0, over: 0, former: 0 };
    const attempt = async (
      reference: string,
      what: 'erased' | 'again' | 'unaccepted',
      work: () => Promise<boolean>,
    ) => {
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
    for (const [reference, at] of found.alone) {
      if (londonDateOf(at) > unnamedBefore || gone.has(reference)) continue;
      await attempt(reference, 'unaccepted', async () => (await isAlone(deps, reference)) && (await erase(reference)));
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
    if (isWhole) night.former = await forgetFormer(deps, today, retention.staffYears);
    deps.log.info('records-erased', { ...night });
    return night;
  };
}

/**
 * Whether this is all that is stored of a referral: it was never accepted, and its sender was told so. Read by key, for what was
 * read of it may be one piece of two.
 */
async function isAlone({ records }: EraseDeps, reference: string): Promise<boolean> {
  return (await records.keysOf(reference)).length === 1;
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
