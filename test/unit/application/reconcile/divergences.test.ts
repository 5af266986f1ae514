import { describe, expect, it } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { storedItems } from '#adapters/records/stored-items.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { MOST_LOOKS, reconcileRecords, SLICE } from '#application/reconcile/reconcile-records.ts';
import { CANARY_CALLER } from '#domain/canary/mark.ts';
import type { Case } from '#domain/case/case.ts';
import type { StoredCheck } from '#domain/case/stored-check.ts';
import { MACHINE } from '#domain/people/actor.ts';
import type { Standing } from '#domain/ports/executions.ts';
import { Transient } from '#domain/problems/errors.ts';
import { openFindings } from '#domain/process/reconciliation.ts';
import type { Support } from '#domain/support/support.ts';
import { AT, aCase, aNotice, decision, minutesAfter, task } from '#test/contract/samples.ts';
import { testClock, testLog, testRandom } from '#test/http/doubles.ts';
import { reference, storedCheck, storedReferral } from '#test/http/records.ts';
import { endlessTime } from '#test/kit/budget.ts';
import { offeredSupport } from '../notices/sample.ts';
import { comparing } from './comparing.ts';

const OWN = `${reference}-intake-1`;
/** A case that waits for the team. */
const waiting = (changes: Partial<Case> = {}): Case =>
  aCase(reference, {
    next: 'TRIAGE',
    status: 'IN_TRIAGE',
    task,
    outbox: [],
    moveBy: '2026-12-01T09:00:00.000Z',
    ...changes,
  });

/** What is stored, with executions that stand as said, and a run that compares both half an hour later. */
async function seeded(options: { theCase?: Case; support?: Support; standing?: Standing; halves?: boolean } = {}) {
  const { theCase, support, standing, halves = false } = options;
  const table = memoryTable(false);
  const stores = storesOver(table, testRandom());
  const [clock, log] = [testClock('2026-09-24T09:30:00.000Z'), testLog()];
  const compared = comparing(stores, clock, log, { halves });
  if (theCase) await stores.cases.createCase(theCase);
  if (support) await stores.supports.createSupport(support);
  if (standing) {
    for (const machine of ['intake', 'support']) compared.standings.set(`${reference}-${machine}-1`, standing);
  }
  const run = reconcileRecords({ ...compared.deps, stored: storedItems(table, table) });
  return {
    ...{ table, stores, clock, log, ...compared, run: () => run(endlessTime()) },
    theCase: async () => stores.cases.readCase(reference),
    named: async () => {
      const known = await stores.reconciliations.readReconciliation();
      const faults = (some: readonly { item: string; fault: string }[]) =>
        some.map(({ item, fault }) => `${item} ${fault}`);
      return { repaired: faults(known?.repaired ?? []), found: known ? faults(openFindings(known)) : [] };
    },
  };
}

const repaired = (one: string) => ({ repaired: [one], found: [] });
const found = (one: string) => ({ repaired: [], found: [one] });
const nothing = { repaired: [], found: [] };

describe('a case whose execution is gone', () => {
  it.each(['STOPPED', 'UNKNOWN'] as const)(
    'because it is %s gets a new one that takes it up, once (twice)',
    async (standing) => {
      const { run, named, theCase, stores, standings } = await seeded({ theCase: waiting(), standing });

      await run();

      expect(await named()).toEqual(repaired('CASE NO_WORKFLOW'));
      expect(await theCase()).toMatchObject({
        run: 2,
        parked: null,
        outbox: [{ kind: 'START', run: 2 }],
        task: { id: task.id },
      });
      expect(await stores.indexes.due('CASE', '2026-09-24T09:30:00.000Z', 5)).toMatchObject([{ reference }]);
      const once = await theCase();
      standings.set(`${reference}-intake-2`, 'UNKNOWN');
      await run();
      expect(await theCase()).toEqual(once);
    },
  );

  it('names the service in the history as who restarted it', async () => {
    const { run, theCase } = await seeded({ theCase: waiting(), standing: 'STOPPED' });
    await run();
    expect((await theCase())?.history.at(-1)).toMatchObject({ event: 'RESTARTED', by: MACHINE, run: 2 });
  });

  it('because it ended by itself is parked for people, as the sweeper would later', async () => {
    const { run, named, theCase } = await seeded({ theCase: waiting(), standing: 'ENDED' });
    await run();
    expect(await named()).toEqual(repaired('CASE WORKFLOW_ENDED'));
    expect(await theCase()).toMatchObject({ run: 1, parked: { why: 'WORKFLOW_ENDED' }, task: { id: task.id } });
    await run();
    expect((await theCase())?.version).toBe(2);
  });

  it('is the same of a support', async () => {
    const support = { ...offeredSupport(), reference, outbox: [], updatedAt: minutesAfter(0) };
    const { run, named, stores } = await seeded({ support, standing: 'UNKNOWN' });
    await run();
    expect(await named()).toEqual(repaired('SUPPORT NO_WORKFLOW'));
    expect(await stores.supports.readSupport(reference)).toMatchObject({ run: 2, outbox: [{ kind: 'START', run: 2 }] });
  });

  it.each([
    ['has changed a moment ago', { updatedAt: '2026-09-24T09:29:00.000Z' }],
    ['is owed a start', { outbox: [{ kind: 'START', run: 1 }] }],
    ['is parked', { parked: { at: minutesAfter(1), why: 'Bug' } }],
    ['was decided a moment ago', { task: { ...task, decision } }],
    ['ended long ago', { next: 'DONE', updatedAt: '2026-09-01T09:00:00.000Z' }],
    ['is being erased', { erasing: { at: minutesAfter(1), ground: 'PERIOD', by: MACHINE } }],
    ['is in a machine of a later release', { machine: 'transport' }],
  ] as const)('is left alone where it %s, and no one is asked', async (_why, changes) => {
    const theCase = { ...waiting(), ...changes } as const;
    const { run, named, asked, stores, table } = await seeded({ standing: 'UNKNOWN' });
    await stores.cases.createCase(waiting());
    const item = await table.get(`REF#${reference}`, 'CASE');
    if (item) await table.put({ ...item, ...theCase });
    await run();
    expect([asked, (await named()).found]).toEqual([[], []]);
  });

  it('is left as it is where it moved on while its execution was looked up (race)', async () => {
    const { run, named, theCase, deps, table } = await seeded({ theCase: waiting(), standing: 'STOPPED' });
    const before = deps.executions.standing;
    deps.executions.standing = async (execution) => {
      const item = await table.get(`REF#${reference}`, 'CASE');
      if (item) await table.put({ ...item, version: 7, run: 2 });
      return before(execution);
    };
    await run();
    expect([await named(), (await theCase())?.run]).toEqual([nothing, 2]);
  });
});

describe('an execution that waits for nothing', () => {
  it.each([
    ['2026-08-28T09:00:00.000Z', true],
    ['2026-08-29T09:00:00.000Z', false],
  ])('is stopped where the canary of %s still waits in it the day before its record goes: %s', async (at, is) => {
    const theCase = waiting({ caller: CANARY_CALLER, receivedAt: at });
    const { run, stopped, named } = await seeded({ theCase, standing: 'RUNNING' });
    await run();
    expect(stopped).toEqual(is ? [OWN] : []);
    await run();
    expect((await named()).repaired.filter((one) => one.includes('NO_WORKFLOW'))).toEqual([]);
  });

  it('is stopped where its case has ended, once (twice)', async () => {
    const theCase = waiting({ next: 'DONE', status: 'DECLINED', task: null });
    const { run, named, stopped, theCase: now } = await seeded({ theCase, standing: 'RUNNING' });
    await run();
    await run();
    expect([stopped, (await now())?.version]).toEqual([[OWN], 1]);
    expect(await named()).toEqual(repaired('CASE STILL_RUNS'));
  });

  it('of a case that has ended and that has ended too is left as it is', async () => {
    const { run, named, stopped } = await seeded({ theCase: waiting({ next: 'DONE', task: null }), standing: 'ENDED' });
    await run();
    expect([await named(), stopped]).toEqual([nothing, []]);
  });

  it.each([
    ['no task is open', { task: null }, 'CASE NO_TASK'],
    ['the task has lost its token', { task: { ...task, token: undefined } }, 'CASE NO_TOKEN'],
  ] as const)('gives way to one that asks again where %s, once (twice)', async (_why, changes, fault) => {
    const { run, named, stopped, theCase, standings } = await seeded({
      theCase: waiting(changes),
      standing: 'RUNNING',
    });
    await run();
    standings.set(`${reference}-intake-2`, 'RUNNING');
    await run();
    expect([stopped, await named()]).toEqual([[OWN], repaired(fault)]);
    expect(await theCase()).toMatchObject({ run: 2, outbox: [{ kind: 'START', run: 2 }], version: 2 });
  });

  it('gives way to one that asks again where it waits under another token than the task has, once (twice)', async () => {
    const { run, named, stopped, dead, theCase, standings } = await seeded({ theCase: waiting(), standing: 'RUNNING' });
    dead.add('a-token');
    await run();
    standings.set(`${reference}-intake-2`, 'RUNNING');
    await run();
    expect([stopped, await named()]).toEqual([[OWN], repaired('CASE DEAD_TOKEN')]);
    expect(await theCase()).toMatchObject({ run: 2, outbox: [{ kind: 'START', run: 2 }], task: { id: task.id } });
  });

  it('is left as it is where its task was given a new token while the old one was asked after (race)', async () => {
    const { run, named, stopped, deps, theCase, table } = await seeded({ theCase: waiting(), standing: 'RUNNING' });
    deps.executions.isAwaited = async () => {
      const item = await table.get(`REF#${reference}`, 'CASE');
      if (item) await table.put({ ...item, version: 7, task: { ...task, token: 'b-token' } });
      return false;
    };
    await run();
    expect([stopped, await named(), (await theCase())?.run]).toEqual([[], nothing, 1]);
  });

  it('is left alone while it waits under a token', async () => {
    const { run, named, asked, stopped } = await seeded({ theCase: waiting(), standing: 'RUNNING' });
    await run();
    expect([asked, stopped, await named()]).toEqual([[OWN], [], nothing]);
  });
});

describe('half of a referral', () => {
  it('is named where a referral has no case, until it has one', async () => {
    const { run, named, stores } = await seeded({ halves: true });
    await stores.referrals.putReferral(storedReferral({}));
    await run();
    expect(await named()).toEqual(found('REFERRAL NO_CASE'));
    await stores.cases.createCase(waiting());
    await run();
    expect(await named()).toEqual(nothing);
  });

  it('is named where a case has no referral', async () => {
    const { run, named } = await seeded({ theCase: waiting(), halves: true });
    await run();
    expect(await named()).toEqual(found('CASE NO_REFERRAL'));
  });

  it.each([
    [
      'refused before it was accepted',
      async ({ stores }: Awaited<ReturnType<typeof seeded>>) =>
        stores.referrals.markRefused(reference, minutesAfter(0)),
    ],
    ['stored a moment ago', async ({ clock }: Awaited<ReturnType<typeof seeded>>) => clock.advanceMinutes(-29)],
  ])('is not named where the referral was %s', async (_what, but) => {
    const one = await seeded({ halves: true });
    await one.stores.referrals.putReferral({ ...storedReferral({}), receivedAt: minutesAfter(0) });
    await but(one);
    await one.run();
    expect(await one.named()).toEqual(nothing);
  });

  it('is not named where the other half lies in another slice', async () => {
    const { stores, deps, named } = await seeded({ halves: true });
    await stores.referrals.putReferral(storedReferral({}));
    await stores.cases.createCase(waiting());
    const theCase = await stores.cases.readCase(reference);
    const slices = [
      { cases: theCase ? [theCase] : [], referrals: [] },
      { cases: [], referrals: [storedReferral({})] },
    ];
    const slice = async () => {
      const one = slices.shift();
      const next = slices.length > 0 ? { pk: `REF#${reference}`, sk: 'CASE' } : undefined;
      return {
        looked: 1,
        wrong: [],
        found: { supports: [], notices: [], checks: [], cases: [], referrals: [], ...one },
        next,
      };
    };
    await reconcileRecords({ ...deps, stored: { slice } })(endlessTime());
    expect(await named()).toEqual(nothing);
  });

  it('is not named where the record was erased since its slice was read (race)', async () => {
    const { deps, named } = await seeded({ halves: true });
    const slice = async () => ({
      ...{ looked: 1, wrong: [], next: undefined },
      found: {
        supports: [],
        notices: [],
        checks: [],
        cases: [waiting({ next: 'DONE', updatedAt: '2026-09-01T09:00:00.000Z' })],
        referrals: [],
      },
    });
    await reconcileRecords({ ...deps, stored: { slice } })(endlessTime());
    expect(await named()).toEqual(nothing);
  });
});

describe('a document that was checked', () => {
  const usable = { state: 'USABLE', code: '', versionId: 'v1' } as const;
  const pages = [usable, { ...usable, versionId: 'v2' }];
  const checked: StoredCheck = {
    ...storedCheck(),
    n: 1,
    at: minutesAfter(0),
    evidence: [{ ...usable, index: 0, pages }],
  };
  const withCheck = async (there: readonly string[], theCase = waiting({ checks: 1 }), check = checked) => {
    const one = await seeded({ theCase });
    for (const version of there) one.versions.add(version);
    await one.stores.cases.putCheck(check);
    await one.run();
    return one;
  };

  it('is named where a page of it is gone, as often as it is, and left alone once it is there (twice)', async () => {
    const { named, run, versions } = await withCheck(['v1']);
    await run();
    expect(await named()).toEqual(found('CHECK FILE_GONE'));
    versions.add('v2');
    await run();
    expect(await named()).toEqual(nothing);
  });

  it.each([
    ['it is there', ['v1', 'v2'], waiting({ checks: 1 }), checked],
    [
      'it was known to be lost',
      [],
      waiting({ checks: 1 }),
      { ...checked, evidence: [{ index: 0, state: 'FAILED', code: 'EVIDENCE_LOST', versionId: 'v9' }] },
    ],
    [
      'it was checked after the bucket was read',
      [],
      waiting({ checks: 1 }),
      { ...checked, at: '2026-09-24T09:30:00.000Z' },
    ],
    [
      'the record is being erased',
      [],
      waiting({ checks: 1, erasing: { at: AT, ground: 'PERIOD', by: MACHINE } }),
      checked,
    ],
  ] satisfies [string, string[], Case, StoredCheck][])('is not named where %s', async (_why, there, theCase, check) => {
    const { named } = await withCheck(there, theCase, check);
    expect(await named()).toEqual(nothing);
  });
});

describe('an email that was begun', () => {
  const late = '2031-01-01T00:00:00.000Z';

  it.each([
    ['goes alone', { claimedAt: late }],
    ['waits for a digest', { claimedAt: late, heldUntil: late }],
  ])('and would be looked at in years goes with the next sweep, once (twice), where it %s', async (_how, changes) => {
    const { run, named, stores, clock } = await seeded();
    await stores.notices.claimNotice(aNotice(reference, 'n1', { state: 'CLAIMED', attempts: 1, ...changes }));
    await run();
    await run();
    expect(await named()).toEqual(repaired('NOTICE NEVER_DUE'));
    expect(await stores.indexes.due('NOTICE', clock.now(), 5)).toMatchObject([{ noticeId: 'n1' }]);
    const notice = await stores.notices.readNotice(reference, 'n1');
    expect([notice?.attempts, notice?.why, notice?.heldUntil]).toEqual([2, 'MAYBE_SENT', undefined]);
  });

  it.each([
    [
      'waits for the digest of four weeks on',
      { claimedAt: '2026-10-22T08:00:00.000Z', heldUntil: '2026-10-22T08:00:00.000Z' },
    ],
    ['goes in ten minutes', { claimedAt: '2026-09-24T09:40:00.000Z' }],
  ])('and %s is left alone', async (_what, changes) => {
    const { run, named, stores } = await seeded();
    await stores.notices.claimNotice(aNotice(reference, 'n1', { state: 'CLAIMED', ...changes }));
    await run();
    expect(await named()).toEqual(nothing);
  });
});

describe('what Step Functions is asked', () => {
  it('is bounded, and the next run goes on where this one stopped', async () => {
    const { stores, run, asked, waits } = await seeded();
    for (let n = 0; n < MOST_LOOKS + 10; n += 1) await stores.cases.createCase({ ...waiting(), reference: `SS-${n}` });
    await run();
    const first = asked.length;
    await run();
    expect([first <= MOST_LOOKS, first > MOST_LOOKS - SLICE, new Set(asked).size]).toEqual([
      true,
      true,
      MOST_LOOKS + 10,
    ]);
    expect(waits.length).toBeGreaterThan(first - SLICE);
  });

  it('fails the run where it does not answer, so that it is tried again', async () => {
    const { run, standings, stores } = await seeded({ theCase: waiting() });
    standings.set(OWN, 'OUT_OF_REACH');
    await expect(run()).rejects.toThrow(Transient);
    expect(await stores.reconciliations.readReconciliation()).toBeUndefined();
  });
});
