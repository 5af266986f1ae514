import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import { readStatus } from '#application/intake/read-status.ts';
import { recordDecision } from '#application/triage/record-decision.ts';
import { undoDecision } from '#application/triage/undo-decision.ts';
import type { Case } from '#domain/case/case.ts';
import { partToSeal, withoutPart } from '#domain/case/seal.ts';
import { personActor } from '#domain/people/actor.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { brokenAt } from '#domain/process/history.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock } from '#test/http/doubles.ts';
import { checkedCase, deciderId, reference, withTask } from '#test/http/records.ts';
import { testConfig } from '#test/http/service-config.ts';
import { against } from '#test/kit/together.ts';

const inTriage = withTask(checkedCase('TRIAGE'), 'TRIAGE');
const sam = personActor(deciderId, 'Sam Field', 'triager');
const reason = 'Ä'.repeat(4000);
const LARGEST_ITEM = 300_000;

/** Stores that note the size of every case and part that is written, in bytes. */
async function world(theCase: Case = inTriage) {
  const stores = createMemoryStores();
  const sizes: number[] = [];
  const noted = (item: unknown) => sizes.push(Buffer.byteLength(JSON.stringify(item)));
  const cases: CaseStore = {
    ...stores.cases,
    saveCase: (changed, openTask) => {
      noted(changed);
      return stores.cases.saveCase(changed, openTask);
    },
    putPart: (part) => {
      noted(part);
      return stores.cases.putPart(part);
    },
  };
  await stores.cases.createCase({ ...theCase, version: 1 });
  const clock = testClock();
  const service = {
    cases,
    team: stores.team,
    access: stores.access,
    config: testConfig,
    tellSecond: async () => {},
    now: clock.now,
    policy: defaultPolicy,
  };
  const taskId = theCase.task?.id ?? 'none';
  const decide = () =>
    recordDecision(service)({
      ...{ reference, taskId, person: deciderId, outcome: 'DECLINE', reason },
      ...{ deciderName: 'Sam Field', deciderRole: 'triager', ...against },
    });
  const undo = () => undoDecision(service)({ reference, taskId, by: sam });
  const whole = async () => (await stores.cases.readWholeCase(reference)) ?? expect.fail('The case is gone.');
  const times = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      clock.advanceMinutes(1);
      expect((await decide()).kind).toBe('RECORDED');
      expect((await undo()).kind).toBe('UNDONE');
    }
  };
  return { stores, cases, sizes, clock, service, decide, undo, whole, times };
}

describe('a case of 2,000 events and reasons of 4,000 characters', () => {
  it('refuses nothing, passes no item of 300 KB, and its chain verifies across the parts', async () => {
    const { times, sizes, whole, stores, service } = await world();
    const before = inTriage.history.length;
    await times(1000);
    expect(Math.max(...sizes)).toBeLessThan(LARGEST_ITEM);
    const { history } = await whole();
    expect(history).toHaveLength(before + 2000);
    expect(history.map(({ n }) => n)).toEqual(history.map((_, index) => index + 1));
    expect(brokenAt(history)).toBeUndefined();
    const kept = await stores.cases.readCase(reference);
    expect(kept?.history.length).toBeLessThan(20);
    const status = await readStatus(service)({ caller: inTriage.caller, reference });
    expect(status?.history).toHaveLength(before + 2000);
  });
});

test('a text that is erased from a sealed part leaves its hash, and the chain still verifies', async () => {
  const { times, whole } = await world();
  await times(20);
  const { history } = await whole();
  const erased = history.map(({ text: _, ...event }) => event);
  expect(history.some(({ text }) => text?.startsWith(reason))).toBe(true);
  expect(JSON.stringify(erased)).not.toContain(reason);
  expect(brokenAt(erased)).toBeUndefined();
});

test('a text that was changed afterwards in a sealed part shows (hostile)', async () => {
  const { times, whole } = await world();
  await times(20);
  const { history } = await whole();
  const first = history.findIndex(({ text }) => text?.startsWith(reason));
  const forged = history.map((event, index) => (index === first ? { ...event, text: 'Another reason' } : event));
  expect(brokenAt(forged)).toBe(first + 1);
});

test('a save that dies between part and case (half-finished) loses and doubles nothing', async () => {
  const { times, cases, stores, whole, service, undo, clock } = await world();
  const dying: CaseStore = {
    ...cases,
    saveCase: async (changed, openTask) => {
      if (changed.sealed) throw new Error('died');
      return cases.saveCase(changed, openTask);
    },
  };
  const typed = {
    person: deciderId,
    outcome: 'DECLINE',
    reason,
    deciderName: 'Sam Field',
    deciderRole: 'triager',
    ...against,
  };
  const record = recordDecision({ ...service, cases: dying });
  const taskId = inTriage.task?.id ?? 'none';
  const once = () => record({ reference, taskId, ...typed });
  while ((await stores.cases.readPart(reference, 1)) === undefined) {
    clock.advanceMinutes(1);
    await once().catch(() => undefined);
    await undoDecision({ ...service, cases: dying })({ reference, taskId, by: sam }).catch(() => undefined);
  }
  expect((await stores.cases.readCase(reference))?.sealed).toBeUndefined();
  await undo();
  await times(2);
  const { history, sealed } = await whole();
  expect([sealed, brokenAt(history)]).toEqual([1, undefined]);
  expect(new Set(history.map(({ n }) => n)).size).toBe(history.length);
});

test('two people whose writes seal the same part at once (race) leave one whole history', async () => {
  const { times, decide, undo, whole, clock } = await world();
  for (let i = 0; i < 30; i += 1) {
    clock.advanceMinutes(1);
    const results = await Promise.all([decide(), decide(), decide()]);
    expect(results.filter(({ kind }) => kind === 'RECORDED')).toHaveLength(1);
    await Promise.all([undo(), undo()]);
  }
  await times(1);
  const { history, sealed } = await whole();
  expect(sealed).toBeGreaterThan(1);
  expect(history).toHaveLength(inTriage.history.length + 62);
  expect(brokenAt(history)).toBeUndefined();
});

test('whoever comes back to a task whose decision was sealed is told what was decided of it (late)', async () => {
  const old = {
    ...{ outcome: 'DEFER_TO_MEETING', reason: 'Next week', by: sam, taskId: `${reference}-T0` },
    ...{ kind: 'TRIAGE' as const, decidedAt: '2026-09-24T07:30:00.000Z', effectiveAt: '2026-09-24T07:35:00.000Z' },
  };
  const { times, stores, service } = await world({
    ...inTriage,
    decisions: [old, { ...old, taskId: `${reference}-TX` }],
  });
  await times(10);
  expect((await stores.cases.readCase(reference))?.decisions.map(({ taskId }) => taskId)).toEqual([`${reference}-TX`]);
  const late = {
    person: deciderId,
    outcome: 'DECLINE',
    reason: 'No',
    deciderName: 'Robin',
    deciderRole: 'triager',
    ...against,
  };
  expect(await recordDecision(service)({ reference, taskId: old.taskId, ...late })).toMatchObject({
    kind: 'ALREADY',
    decision: { reason: 'Next week' },
  });
});

test('a part of another history is never taken for one of this case (corrupt): nothing is saved', async () => {
  const { cases, times } = await world();
  await cases.putPart({
    ...{ reference, n: 1, sealedAt: '2026-09-24T08:00:00.000Z', decisions: [], answers: [] },
    history: inTriage.history.map((event) => ({ ...event, hash: 'f'.repeat(64) })),
  });
  await expect(times(20)).rejects.toThrow('does not belong to its history');
});

test('sealing and reading back is the same case, whatever it holds (property)', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 2, max: 4000 }), { minLength: 1, maxLength: 60 }), async (lengths) => {
      const { stores, clock, cases, service } = await world();
      const recorder = recordDecision({ ...service, cases });
      const undoer = undoDecision({ cases, now: clock.now, policy: defaultPolicy });
      const taskId = inTriage.task?.id ?? 'none';
      const typed = { person: deciderId, outcome: 'DEFER_TO_MEETING', deciderName: 'Sam', deciderRole: 'triager' };
      for (const length of lengths) {
        clock.advanceMinutes(1);
        await recorder({ reference, taskId, ...typed, reason: 'x'.repeat(length) });
        await undoer({ reference, taskId, by: sam });
      }
      const all = await stores.cases.readWholeCase(reference);
      expect(all?.history).toHaveLength(inTriage.history.length + 2 * lengths.length);
      expect(brokenAt(all?.history ?? [])).toBeUndefined();
      const texts = all?.history.flatMap(({ text }) => (text === undefined ? [] : [text.length]));
      expect(texts).toEqual(lengths);
    }),
    { numRuns: 20 },
  );
});

test('a part never holds what the change that seals it has brought', async () => {
  const { times, whole } = await world();
  await times(20);
  const { sealed: _, ...all } = await whole();
  const last = all.history.at(-1);
  const full = { ...all, updatedAt: last?.at ?? '' };
  const part = partToSeal(full);
  expect(part?.history.length).toBeGreaterThan(10);
  expect(part?.history.every(({ at }) => at < full.updatedAt)).toBe(true);
});

test('a part is taken in its order only (out of order)', async () => {
  const { times, whole } = await world();
  await times(20);
  const { sealed: _, ...all } = await whole();
  const part = partToSeal(all) ?? expect.fail('There is nothing to seal.');
  expect(() => withoutPart(all, { ...part, n: 2 })).toThrow('does not belong to its history');
  expect(withoutPart(all, part)).toMatchObject({ sealed: 1 });
});

test('an older event stamped by a clock that ran ahead is never dropped (out of order)', async () => {
  const { times, whole } = await world();
  await times(20);
  const { sealed: _, ...all } = await whole();
  const ahead = all.history.map((event, index) => (index === 4 ? { ...event, at: '2027-01-01T00:00:00.000Z' } : event));
  const skewed = { ...all, history: ahead };
  const part = partToSeal(skewed) ?? expect.fail('There is nothing to seal.');
  const rest = withoutPart(skewed, part);
  expect([...part.history, ...rest.history]).toEqual(ahead);
});
