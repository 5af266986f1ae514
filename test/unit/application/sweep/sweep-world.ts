import { createMemoryStores } from '#adapters/memory/stores.ts';
import { type SweepDeps, sweep } from '#application/sweep/sweep.ts';
import { newDraft } from '#domain/draft/change.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { DueKind } from '#domain/process/indexes.ts';
import { WAITS } from '#domain/process/pause.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { plusMinutes } from '#domain/values/dates.ts';
import { aCaseToLookAt, aNotice } from '#test/contract/samples.ts';
import { testClock, testLog, testRandom, testWorkflow } from '#test/http/doubles.ts';
import { testConfig } from '#test/http/service-config.ts';
import { endless } from '#test/kit/budget.ts';

export const draftId = 'AAAAAAAAAAAAAAAAAAAAAA';

/** A sweeper over stores in memory, with a note of what it took up, in order. What is named in `fail` fails with that error. */
export function sweepWorld(
  options: {
    fail?: Record<string, Error>;
    waits?: readonly string[];
    unreadable?: DueKind;
    deps?: Partial<SweepDeps>;
  } = {},
) {
  const stores = createMemoryStores();
  const clock = testClock();
  const log = testLog();
  const taken: string[] = [];
  const metrics = new Map<string, number>();
  const fail = new Map(Object.entries(options.fail ?? {}));
  const waits = options.waits ?? [];
  const take = async (id: string) => {
    taken.push(id);
    const error = fail.get(id);
    if (error) throw error;
    return waits.includes(id) ? WAITS : undefined;
  };
  const readCase = async (reference: string) => {
    await take(reference);
    return stores.cases.readCase(reference);
  };
  const due: typeof stores.indexes.due = async (kind, now, limit) => {
    if (kind === options.unreadable) throw new Transient('Out of reach.');
    return stores.indexes.due(kind, now, limit);
  };
  const followed: string[] = [];
  const deps: SweepDeps = {
    ...stores,
    indexes: { ...stores.indexes, due },
    cases: { ...stores.cases, readCase },
    workflow: { ...testWorkflow, state: async () => 'RUNNING' },
    settleNotice: (_reference, noticeId) => take(noticeId),
    remindOfTodo: async (_reference, id) => {
      await take(id);
    },
    sweepDraft: take,
    tellOfParked: async () => {},
    sendCheckIn: async () => {},
    sendSchool: async () => {},
    sendPlay: async () => {},
    tellOfPlace: async () => {},
    tellSecond: async () => {},
    followTelling: async () => {},
    followAssessment: async () => {},
    followSharing: async (reference) => {
      followed.push(reference);
    },
    policy: defaultPolicy,
    config: testConfig,
    now: clock.now,
    random: testRandom(),
    log,
    clockOff: async () => 0,
    count: (name, value) => metrics.set(name, value),
    ...options.deps,
  };
  const run = sweep(deps);
  const at = (minutes: number) => plusMinutes(clock.now(), minutes);
  /** Adds what is due so many minutes from now; a notice and a draft stay due, because nothing settles them here. */
  const add = {
    aCase: (reference: string, dueIn: number) => stores.cases.createCase(aCaseToLookAt(reference, at(dueIn))),
    notice: (id: string, dueIn: number) =>
      stores.notices.claimNotice(aNotice('NOTED', id, { claimedAt: at(dueIn - 2) })),
    draft: (id: string = draftId) => stores.drafts.saveDraft(newDraft(id, at(-90 * 24 * 60), defaultPolicy)),
  };
  /** Sweeps once in each of so many minutes; answers how often this was taken up in them. */
  const minutes = async (count: number, id: string) => {
    const before = taken.filter((one) => one === id).length;
    for (let n = 0; n < count; n += 1) {
      clock.advanceMinutes(1);
      await run(endless());
    }
    return taken.filter((one) => one === id).length - before;
  };
  return {
    stores,
    clock,
    log,
    taken,
    followed,
    metrics,
    fail,
    add,
    deps,
    minutes,
    run: (budget = endless()) => run(budget),
  };
}
