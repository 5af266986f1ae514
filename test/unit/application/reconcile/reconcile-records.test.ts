import { describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { storedItems } from '#adapters/records/stored-items.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item } from '#adapters/records/table.ts';
import { MOST_WRITES, reconcileRecords, SLICE } from '#application/reconcile/reconcile-records.ts';
import { Transient } from '#domain/problems/errors.ts';
import { openFindings } from '#domain/process/reconciliation.ts';
import { aCase } from '#test/contract/samples.ts';
import { testClock, testLog, testRandom } from '#test/http/doubles.ts';
import { endlessTime, noTime } from '#test/kit/budget.ts';
import { comparing } from './comparing.ts';

const ELSEWHERE = '2030-01-01T00:00:00.000Z';

/** A table whose items anyone may alter past the service, and the runs that compare what is in it. */
function reconciling() {
  const memory = memoryTable(false);
  const puts: Item[] = [];
  const table = {
    ...memory,
    put: async (item: Item, condition?: Parameters<typeof memory.put>[1]) => {
      const isDone = await memory.put(item, condition);
      if (isDone && item.sk !== 'RECONCILIATION') puts.push(item);
      return isDone;
    },
  };
  const stores = storesOver(table, testRandom());
  const [clock, log] = [testClock('2026-09-28T09:00:00.000Z'), testLog()];
  const compared = comparing(stores, clock, log);
  const run = reconcileRecords({ ...compared.deps, stored: storedItems(table, table) });
  return {
    ...{ stores, clock, log, memory, puts, compared, run: (until = endlessTime()) => run(until) },
    /** Stores so many cases that the sweeper does not find. */
    hidden: async (count: number) => {
      for (let n = 0; n < count; n += 1) await stores.cases.createCase(aCase(`SS-${n}`));
      for (let n = 0; n < count; n += 1) {
        const item = await memory.get(`REF#SS-${n}`, 'CASE');
        if (item) await memory.put({ ...item, dueAt: ELSEWHERE });
      }
      puts.splice(0);
    },
  };
}

describe('a run that compares the records', () => {
  it('puts right what it finds, says so by reference and code, and finds nothing more the next time', async () => {
    const { hidden, run, log, puts, stores } = reconciling();
    await hidden(3);

    expect(await run()).toMatchObject({ repaired: 3, found: 0 });
    expect(log.lines.filter(({ event }) => event === 'record-put-right').map(({ fields }) => fields)).toContainEqual({
      ...{ reference: 'SS-1', item: 'CASE', fault: 'KEYS' },
    });
    const written = puts.length;
    expect(await run()).toMatchObject({ repaired: 0, found: 0 });
    expect([written, puts.length]).toEqual([3, 3]);
    expect(await stores.indexes.due('CASE', '2027-01-01T00:00:00.000Z', 10)).toHaveLength(3);
  });

  it('writes a bounded number of times, and the next one goes on where it stopped', async () => {
    const { hidden, run, stores, clock } = reconciling();
    await hidden(MOST_WRITES + 10);

    const first = await run();
    const between = await stores.reconciliations.readReconciliation();
    let [repaired, runs] = [first.repaired, 1];
    while ((await stores.reconciliations.readReconciliation())?.from) {
      repaired += (await run()).repaired;
      runs += 1;
    }

    expect(first.repaired).toBe(MOST_WRITES);
    expect(between).toMatchObject({ from: { sk: 'CASE' } });
    expect(between?.passedAt).toBeUndefined();
    expect([repaired, runs]).toEqual([MOST_WRITES + 10, 2]);
    expect((await stores.reconciliations.readReconciliation())?.passedAt).toBe(clock.now());
  });

  it('stops when its time is up, having looked at something', async () => {
    const { hidden, run } = reconciling();
    await hidden(SLICE + 1);

    expect(await run(noTime())).toMatchObject({ looked: SLICE });
  });

  it('goes on naming what no one can put right, since when it is known, until it is right', async () => {
    const { run, stores, memory, clock } = reconciling();
    await stores.cases.createCase(aCase('SS-1'));
    const item = await memory.get('REF#SS-1', 'CASE');
    if (!item) throw new Error('The case is not there.');
    await memory.put({ ...item, version: 'one' });
    const open = async () =>
      openFindings((await stores.reconciliations.readReconciliation()) ?? { open: [], found: [] });
    const since = clock.now();

    await run();
    clock.advanceMinutes(5);
    await run();

    expect(await open()).toEqual([{ reference: 'SS-1', item: 'CASE', fault: 'UNREADABLE', at: since }]);
    await memory.put(item);
    await run();
    expect(await open()).toEqual([]);
  });

  it('counts what was put right by day', async () => {
    const { hidden, run, stores, clock } = reconciling();
    await hidden(2);
    await run();
    const ofToday = await stores.reconciliations.readReconciliation();
    clock.advanceMinutes(24 * 60);
    await run();

    expect(ofToday).toMatchObject({ repairedToday: 2, repaired: [{ reference: 'SS-0' }, { reference: 'SS-1' }] });
    expect(await stores.reconciliations.readReconciliation()).toMatchObject({ repairedToday: 0, repaired: [] });
  });

  it('fails whole where the table is out of reach, so that it is tried again', async () => {
    const { compared } = reconciling();
    const slice = async () => Promise.reject(new Transient('out of reach'));
    const run = reconcileRecords({ ...compared.deps, stored: { slice } });

    await expect(run(endlessTime())).rejects.toThrow(Transient);
    expect(await compared.deps.reconciliations.readReconciliation()).toBeUndefined();
  });
});
