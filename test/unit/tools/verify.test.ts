import { expect, test } from 'vitest';
import { createMemoryStores } from '#adapters/memory/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { appendEvent, type CaseEvent } from '#domain/case/event.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { AT, aCase } from '#test/contract/samples.ts';
import { type Verified, verifyHistories } from '#tools/verify/histories.ts';

/** Three events that follow from one another. */
const whole = ['Bug', 'Another', 'Third'].reduce<readonly CaseEvent[]>(
  (history, why) => appendEvent(history, { event: 'PARKED', by: MACHINE, why }, AT, 1),
  [],
);
const withText = (text: string | undefined) =>
  whole.map((event) => (event.n === 2 ? { ...event, text, textHash: event.textHash } : event));

async function* all(...references: string[]) {
  yield* references;
}

/** What is found of one case with this history, whose first `sealed` events lie in a part. */
async function found(history: readonly CaseEvent[], sealed = 0) {
  const { cases, supports } = createMemoryStores();
  const parts: Partial<Case> = sealed > 0 ? { sealed: 1 } : {};
  await cases.createCase(aCase('SS-1', { history: history.slice(sealed), ...parts }));
  const part = { v: 1 as const, reference: 'SS-1', n: 1, sealedAt: AT, decisions: [], answers: [] };
  if (sealed > 0) await cases.putPart({ ...part, history: history.slice(0, sealed) });
  return told(await verifyHistories({ cases, supports }, all('SS-1')));
}

const told = ({ cases, broken }: Verified) => ({ cases, broken });

test('a history that follows from itself is whole, also across a sealed part', async () => {
  expect(await found(whole)).toEqual({ cases: 1, broken: [] });
  expect(await found(whole, 2)).toEqual({ cases: 1, broken: [] });
});

test.each<[string, readonly CaseEvent[], number, number]>([
  [
    'an event that was changed',
    whole.map((one) => (one.n === 2 ? { ...one, at: '2020-01-01T00:00:00.000Z' } : one)),
    0,
    2,
  ],
  ['a changed event in a sealed part', whole.map((one) => (one.n === 1 ? { ...one, policyVersion: 9 } : one)), 2, 1],
  ['an event that was taken out', whole.filter(({ n }) => n !== 2), 0, 2],
  ['the first event taken out', whole.slice(1), 0, 1],
  ['two events that changed places', [whole[1], whole[0], whole[2]].flatMap((one) => one ?? []), 0, 1],
  ['a text that no one typed then', withText('put in later'), 0, 2],
])('%s is told with its case and its number', async (_what, history, sealed, n) => {
  expect(await found(history, sealed)).toEqual({
    cases: 1,
    broken: [`SS-1: event ${n} does not follow from the one before`],
  });
});

test('a case with a part that was lost is told, and the next one is still read', async () => {
  const { cases, supports } = createMemoryStores();
  await cases.createCase(aCase('SS-1', { history: whole.slice(2), sealed: 1 }));
  await cases.createCase(aCase('SS-2', { history: [...whole] }));

  expect(told(await verifyHistories({ cases, supports }, all('SS-1', 'SS-2')))).toEqual({
    cases: 2,
    broken: ['SS-1: it cannot be read (CorruptItem)'],
  });
});

test('no case, no fault', async () => {
  const { cases, supports } = createMemoryStores();

  expect(told(await verifyHistories({ cases, supports }, all()))).toEqual({ cases: 0, broken: [] });
});
