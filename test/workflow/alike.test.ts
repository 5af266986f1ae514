import { expect, test } from 'vitest';
import * as z from 'zod';
import { bodyOf } from '#test/cases.ts';
import { instance } from './instance.ts';
import { caseOf } from './road.ts';

type Instance = ReturnType<typeof instance>;
const childSchema = z.looseObject({ child: z.looseObject({}) });

async function referred(one: Instance, key: string, child: object, parts: object = {}) {
  one.evidence.upload('caller-1', `${key}-0`);
  const { child: before, ...rest } = childSchema.parse(bodyOf('C01', [`${key}-0`]));
  const body = { ...rest, child: { ...before, nhsNumber: undefined, firstName: key, ...child }, ...parts };
  const result = await one.submit({ caller: 'caller-1', idempotencyKey: `the-key-${key}`, body });
  if (result.kind !== 'ACCEPTED') throw new Error(`Not accepted: ${JSON.stringify(result)}`);
  await one.drain();
  return result.reference;
}

const home = { address: '1 Example Road' };
const likenessOf = async (one: Instance, reference: string) => (await one.cases.readCheck(reference, 1))?.likeness;

test('twins are alike, and neither is held', async () => {
  const one = instance();
  const first = await referred(one, 'Ada', {}, { home });
  const second = await referred(one, 'Bea', {}, { home });
  for (const reference of [first, second]) expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
  const { child = '' } = (await likenessOf(one, second)) ?? {};
  expect((await one.matches.matchesOf(child)).toSorted()).toEqual([first, second].toSorted());
});

test('a sibling has the same home and is not the same child', async () => {
  const one = instance();
  const first = await referred(one, 'Ada', {}, { home });
  const second = await referred(one, 'Bea', { dob: '2025-01-02' }, { home });
  const [older, younger] = [await likenessOf(one, first), await likenessOf(one, second)];
  expect(younger?.child).not.toBe(older?.child);
  expect((await one.matches.matchesOf(younger?.home ?? '')).toSorted()).toEqual([first, second].toSorted());
});

test('a referral without agreement is noted under nothing', async () => {
  const one = instance();
  const notAgreed = { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } };
  const reference = await referred(one, 'Ada', {}, { home, ...notAgreed });
  expect(await likenessOf(one, reference)).toBeUndefined();
});

test('what is stored names no one: only hashes under a key of the service', async () => {
  const one = instance();
  const reference = await referred(one, 'Ada', {}, { home });
  const { child = '', home: place = '' } = (await likenessOf(one, reference)) ?? {};
  for (const hash of [child, place]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
