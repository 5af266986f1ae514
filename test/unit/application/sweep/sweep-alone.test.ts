import { describe, expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { SweepBudget } from '#application/sweep/sweep-budget.ts';
import { Transient } from '#domain/problems/errors.ts';
import { sweepWorld } from './sweep-world.ts';

/** A promise that the test keeps waiting. */
function held() {
  let release = () => {};
  const wait = new Promise<undefined>((resolve) => {
    release = () => resolve(undefined);
  });
  return { wait, release: () => release() };
}

/** A budget whose time is up when the test says so. */
function measured() {
  const [cases, notices, drafts] = [new AbortController(), new AbortController(), new AbortController()];
  const todos = new AbortController();
  const budget: SweepBudget = {
    ...{ CASE: cases.signal, NOTICE: notices.signal },
    ...{ SUPPORT: todos.signal, TODO: todos.signal, SLOT: todos.signal, DRAFT: drafts.signal },
  };
  return { budget, cases, notices, drafts };
}

describe('a sweep whose time is up', () => {
  test('writes its measures although the mail service never answers (late)', async () => {
    const { budget, notices } = measured();
    let asked = 0;
    const settleNotice = () => {
      asked += 1;
      if (asked === 10) notices.abort();
      return new Promise<never>(() => {});
    };
    const { run, metrics, taken, add } = sweepWorld({ deps: { settleNotice } });
    for (let n = 0; n < 30; n += 1) await add.notice(`n${n}`, -1);
    await add.draft();
    expect(await run(budget)).toEqual({ looked: 11, failed: 10 });
    expect(asked).toBe(10);
    expect(taken).toEqual(['AAAAAAAAAAAAAAAAAAAAAA']);
    expect(metrics.get('SweepCompleted')).toBe(1);
    expect(metrics.get('SweepFailures')).toBe(10);
  });

  test('leaves what hung behind what has not been tried, at the next sweep', async () => {
    const { budget, notices } = measured();
    const order: string[] = [];
    const settleNotice = (_reference: string, id: string) => {
      order.push(id);
      if (order.length === 10) notices.abort();
      return order.length > 10 ? Promise.resolve(undefined) : new Promise<never>(() => {});
    };
    const { run, add } = sweepWorld({ deps: { settleNotice } });
    for (let n = 10; n < 25; n += 1) await add.notice(`n${n}`, n - 60);
    await run(budget);
    await run();
    expect(order.slice(10, 15)).toEqual(['n20', 'n21', 'n22', 'n23', 'n24']);
  });

  test('before it began writes its measures all the same', async () => {
    const { budget, cases, notices, drafts } = measured();
    for (const each of [cases, notices, drafts]) each.abort();
    const { run, metrics, taken, add } = sweepWorld();
    await add.aCase('REF1', -1);
    expect(await run(budget)).toEqual({ looked: 0, failed: 0 });
    expect([taken, metrics.get('SweepCompleted')]).toEqual([[], 1]);
  });
});

describe('a queue that cannot be read', () => {
  test('holds up neither the other kinds nor the measures', async () => {
    const { run, metrics, taken, add } = sweepWorld({ unreadable: 'CASE' });
    await add.notice('n1', -1);
    expect(await run()).toEqual({ looked: 1, failed: 1 });
    expect([taken, metrics.get('SweepCompleted'), metrics.has('OldestOutboxMinutes')]).toEqual([['n1'], 1, false]);
  });
});

describe('a lease that the table does not serve', () => {
  const outOfReach = async () => {
    throw new Transient('Out of reach.');
  };

  test('for reading stands the sweep aside, which does not fail and says so (late)', async () => {
    const stores = createMemoryStores();
    const { run, taken, log, metrics, add } = sweepWorld({ deps: { leases: { ...stores.leases, take: outOfReach } } });
    await add.notice('n1', -1);
    expect(await run()).toEqual({ looked: 0, failed: 0 });
    expect([taken, [...metrics]]).toEqual([[], [['LeaseFailures', 1]]]);
    expect(log.lines).toContainEqual({ event: 'lease-failed', fields: { error: 'Transient' } });
  });

  test('for giving it back fails no sweep, and the next one begins a minute later (half-finished)', async () => {
    const { leases } = createMemoryStores();
    const { run, taken, metrics, clock, add } = sweepWorld({ deps: { leases: { ...leases, giveBack: outOfReach } } });
    await add.notice('n1', -1);
    expect(await run()).toEqual({ looked: 1, failed: 0 });
    expect([metrics.get('SweepCompleted'), metrics.get('LeaseFailures')]).toEqual([1, 1]);
    clock.advanceMinutes(1);
    await run();
    expect(taken).toEqual(['n1', 'n1']);
  });
});

describe('two sweeps at once', () => {
  test('do the work of one: the second says that it stands aside, and measures nothing', async () => {
    const { wait, release } = held();
    const settleNotice = () => wait;
    const { run, log, metrics, stores, add } = sweepWorld({ deps: { settleNotice } });
    await add.notice('n1', -1);
    const first = run();
    expect(await run()).toEqual({ looked: 0, failed: 0 });
    expect(metrics.size).toBe(0);
    expect(log.lines.filter(({ event }) => event === 'sweep-stood-aside')).toHaveLength(1);
    release();
    expect(await first).toEqual({ looked: 1, failed: 0 });
    expect(await stores.indexes.paused('NOTICE', 1)).toEqual([]);
  });

  test('one after the other both work: the first gives the right back at its end, even when it fails', async () => {
    const { run, taken, add } = sweepWorld({ fail: { n1: new Error('a bug') } });
    await add.notice('n1', -1);
    await run();
    await run();
    expect(taken).toEqual(['n1', 'n1']);
  });

  test('the right of one that was killed ends within a minute, and the next takes it over (half-finished)', async () => {
    const never = () => new Promise<never>(() => {});
    const world = sweepWorld({ deps: { settleNotice: never } });
    await world.add.notice('n1', -1);
    void world.run();
    expect(await world.run()).toEqual({ looked: 0, failed: 0 });
    world.clock.advanceMinutes(1);
    const { budget, notices } = measured();
    notices.abort();
    await world.run(budget);
    expect(world.metrics.get('SweepCompleted')).toBe(1);
  });
});
