import { expect, test } from 'vitest';
import * as z from 'zod';
import { personActor } from '#domain/people/actor.ts';
import { bodyOf } from '#test/cases.ts';
import { deciderId } from '#test/http/records.ts';
import { instance } from './instance.ts';
import { caseOf, decide, decideForGood } from './road.ts';

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

const sam = personActor(deciderId, 'Sam Field', 'Portage practitioner');

/** Says in the task of this referral whether the other is for the same child. */
async function say(one: Instance, reference: string, other: string, same: 'YES' | 'NO') {
  const taskId = (await caseOf(one, reference)).task?.id ?? '';
  return one.sayIfSame({ reference, taskId, other, by: sam, same, reason: 'The mother called', tellsOfOther: false });
}

test('one child that was referred twice is joined: the earliest day counts, and each referrer reads of their own', async () => {
  const one = instance();
  const first = await referred(one, 'Katie', {}, { home });
  one.clock.advanceMinutes(2 * 24 * 60);
  const second = await referred(one, 'Katy', {}, { home });
  await decideForGood(one, first, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const before = one.mail.length;
  expect(await say(one, second, first, 'YES')).toEqual({ kind: 'RECORDED' });
  expect((await caseOf(one, second)).shown).toBe('IN_TRIAGE');
  one.clock.advanceMinutes(5);
  await one.sweep();
  expect(await caseOf(one, second)).toMatchObject({ shown: 'NOT_ACCEPTED', next: 'DONE', duplicateOf: first });
  const survivor = await caseOf(one, first);
  expect(survivor.joined).toMatchObject([{ reference: second }]);
  expect(survivor.shown).toBe('ON_WAITING_LIST');
  const sent = one.mail.slice(before).map(({ subject, text }) => `${subject} ${text}`);
  expect(sent.some((mail) => mail.includes(second))).toBe(true);
  expect(sent.every((mail) => !(mail.includes(first) && mail.includes(second)))).toBe(true);
});

test('the other way round too: the case on the list counts from the earlier referral that is joined to it', async () => {
  const one = instance();
  const first = await referred(one, 'Katie', {}, { home });
  one.clock.advanceMinutes(2 * 24 * 60);
  const second = await referred(one, 'Katy', {}, { home });
  await decideForGood(one, second, 'ACCEPT_INITIAL_ASSESSMENT');
  await one.drain();
  const before = (await caseOf(one, second)).list?.order ?? '';
  await say(one, first, second, 'YES');
  one.clock.advanceMinutes(5);
  await one.sweep();
  const after = await caseOf(one, second);
  expect(after.joined).toMatchObject([{ reference: first, referralOn: (await caseOf(one, first)).referralOn }]);
  expect((after.list?.order ?? '') < before).toBe(true);
});

test('a referral whose other ends while the decision can be undone continues alone, and loses nothing (out of order)', async () => {
  const one = instance();
  const first = await referred(one, 'Katie', {}, { home });
  const second = await referred(one, 'Katy', {}, { home });
  await decide(one, first, 'DECLINE');
  await say(one, second, first, 'YES');
  one.clock.advanceMinutes(5);
  for (const _time of [1, 2]) await one.sweep();
  expect((await caseOf(one, first)).shown).toBe('DECLINED');
  const { shown, events } = await caseOf(one, second);
  expect([shown, events.includes('DUPLICATE_CONTINUES')]).toEqual(['IN_TRIAGE', true]);
});

test('two that name each other at the same moment do not both end', async () => {
  const one = instance();
  const first = await referred(one, 'Katie', {}, { home });
  const second = await referred(one, 'Katy', {}, { home });
  expect((await say(one, first, second, 'YES')).kind).toBe('RECORDED');
  expect(await say(one, second, first, 'YES')).toEqual({ kind: 'CANNOT', why: 'OTHER_DECIDED' });
});

test('twins that were told apart are named by neither, and it stands in the record why', async () => {
  const one = instance();
  const first = await referred(one, 'Katie', {}, { home });
  const second = await referred(one, 'Katy', {}, { home });
  expect(await say(one, second, first, 'NO')).toEqual({ kind: 'TOLD_APART' });
  expect(await say(one, second, first, 'NO')).toEqual({ kind: 'NOT_ALIKE' });
  expect(await say(one, first, second, 'YES')).toEqual({ kind: 'NOT_ALIKE' });
  expect((await caseOf(one, second)).history.at(-1)).toMatchObject({ event: 'TOLD_APART', text: 'The mother called' });
});

test('what is stored names no one: only hashes under a key of the service', async () => {
  const one = instance();
  const reference = await referred(one, 'Ada', {}, { home });
  const { child = '', home: place = '', names = [] } = (await likenessOf(one, reference)) ?? {};
  expect(names.length).toBeGreaterThan(0);
  for (const hash of [child, place, ...names]) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});
