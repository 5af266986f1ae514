import { expect, test } from 'vitest';
import { type Case, caseSchema } from '#domain/case/case.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { DEFINITION_TOO_OLD } from '#domain/process/run.ts';
import { bodyOf } from '#test/cases.ts';
import { instance } from './instance.ts';
import { caseOf, decideForGood } from './road.ts';

/** What the functions of the next release tell the workflow to do, which the definition of this one does not know. */
const laterNext = caseSchema.shape.next.parse('SECOND_OPINION');

type Instance = ReturnType<typeof instance>;

/** The case as functions of another release leave it. */
async function write(one: Instance, reference: string, patch: Partial<Case>) {
  const { shown: _, events: __, ...theCase } = await caseOf(one, reference);
  await one.cases.saveCase({ ...theCase, ...patch, version: theCase.version + 1 });
}

/** A referral whose next step only a later definition knows, when its execution has met it. */
async function metTooEarly() {
  const one = instance();
  one.evidence.upload('caller-1', 'evidence-1');
  const body = bodyOf('C01', ['evidence-1']);
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: 'key-of-C01', body });
  if (result.kind !== 'ACCEPTED') throw new Error('Not accepted.');
  await write(one, result.reference, { next: laterNext });
  await one.drain();
  return { one, reference: result.reference };
}

/** Sweeps once a minute until the case is restarted; answers how many minutes that took. */
async function minutesToRestart(one: Instance, reference: string): Promise<number> {
  const { run } = await caseOf(one, reference);
  for (let minutes = 1; minutes <= 61; minutes += 1) {
    one.clock.advanceMinutes(1);
    await one.sweep();
    if ((await caseOf(one, reference)).run > run) return minutes;
  }
  throw new Error('It was not restarted within an hour.');
}

test('a step that the definition does not know parks the case by that name, and nothing of it is lost', async () => {
  const { one, reference } = await metTooEarly();
  expect(await caseOf(one, reference)).toMatchObject({
    shown: 'PARKED',
    next: laterNext,
    parked: { why: DEFINITION_TOO_OLD, restartAt: '2026-09-24T08:01:00.000Z' },
    outcome: null,
  });
  expect(one.engine.executions()).toMatchObject([{ name: `${reference}-intake-1`, status: 'SUCCEEDED' }]);
});

test('the sweeper restarts it after 1, 2, 4 minutes and so on, from then on each hour', async () => {
  const { one, reference } = await metTooEarly();
  const pauses: number[] = [];
  for (let time = 0; time < 8; time += 1) pauses.push(await minutesToRestart(one, reference));
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test('an operator is told only when restarting it for an hour did not help', async () => {
  const { one, reference } = await metTooEarly();
  const parked: (number | undefined)[] = [];
  for (let time = 0; time < 7; time += 1) {
    await one.sweep();
    parked.push(one.metrics.get('ParkedCases'));
    if (time < 6) await minutesToRestart(one, reference);
  }
  expect(parked).toEqual([0, 0, 0, 0, 0, 0, 1]);
});

test('once the step is one that the definition knows, it goes on to the list by itself', async () => {
  const { one, reference } = await metTooEarly();
  await minutesToRestart(one, reference);
  await write(one, reference, { next: 'CHECK' });
  expect(await minutesToRestart(one, reference)).toBe(2);
  const after = await caseOf(one, reference);
  expect(after).toMatchObject({ shown: 'IN_TRIAGE', parked: null, run: 3 });
  const restarts = after.history.filter(({ event }) => event === 'PARKED' || event === 'RESTARTED');
  expect(restarts.map(({ event, by }) => [event, by])).toEqual([
    ['PARKED', MACHINE],
    ['RESTARTED', MACHINE],
    ['PARKED', MACHINE],
    ['RESTARTED', MACHINE],
  ]);
  await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
  expect((await caseOf(one, reference)).shown).toBe('ON_WAITING_LIST');
});

test('a case that has moved on since begins its pauses anew with the next release', async () => {
  const { one, reference } = await metTooEarly();
  for (let time = 0; time < 3; time += 1) await minutesToRestart(one, reference);
  await write(one, reference, { next: 'CHECK' });
  await minutesToRestart(one, reference);
  expect((await caseOf(one, reference)).tooOld).toBeUndefined();
});
