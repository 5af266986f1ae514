import { expect, test } from 'vitest';
import type { Case } from '#domain/case/case.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { sameChildAt } from '#web/staff/same-child/address.ts';
import { sameChildFaultWords, sameChildWords, whyNotJoinedWords } from '#web/staff/same-child/words.ts';
import { besideWords } from '#web/staff/words.ts';
import { hidden } from '../browser.ts';
import { checkedCase, otherReference, reference, storedCheck, storedReferral, withTask } from '../records.ts';
import { taskId, triageWorld } from './world.ts';

const task = `/triage/tasks/${taskId}`;
const address = sameChildAt(taskId, otherReference);
const likeness = { child: 'a', names: ['n1'] };

/** A referral in triage, and another that is like it and stands so. */
async function compared(patch: Partial<Case> = {}) {
  const check = { ...storedCheck(), likeness };
  const world = await triageWorld({ theCase: withTask(checkedCase('TRIAGE'), 'TRIAGE'), check });
  const { cases, referrals, matches } = world.stores;
  await cases.createCase({ ...withTask({ ...checkedCase('TRIAGE'), reference: otherReference }, 'TRIAGE'), ...patch });
  await cases.putCheck({ ...storedCheck(), reference: otherReference, likeness });
  await referrals.putReferral({ ...storedReferral({}), reference: otherReference });
  for (const one of [reference, otherReference]) await matches.noteMatch('a', one);
  const using = await world.signIn();
  const csrf = hidden(await using.get(task), 'csrf');
  const press = (fields: Record<string, string>) =>
    using.post(address, { csrf, taskId, reason: 'They called', ...fields });
  return { ...world, using, press, read: (one: string) => cases.readCase(one) };
}

test('both are read side by side, with what follows from either answer', async () => {
  const { using, readings } = await compared();
  const before = readings.length;
  const { body, status } = await using.get(address);
  expect(status).toBe(200);
  for (const said of [sameChildWords.ifSame(reference, otherReference), sameChildWords.ifDifferent, 'value="YES"'])
    expect(body).toContain(said);
  expect(readings.slice(before).map(({ what }) => what)).toEqual(['RECORD', 'RECORD']);
});

test('the same child is a decision on the task: it names the other, and can be undone', async () => {
  const { using, press, read } = await compared();
  expect((await press({ same: 'YES' })).location).toBe(task);
  expect((await read(reference))?.task?.decision).toMatchObject({
    outcome: 'CONFIRMED_DUPLICATE',
    sameAs: otherReference,
  });
  const decided = await using.get(task);
  for (const said of [sameChildWords.sameAs, otherReference]) expect(decided.body).toContain(said);
  const undo = { csrf: hidden(decided, 'csrf'), taskId, mark: hidden(decided, 'mark') };
  await using.post(`${task}/undo`, undo);
  expect((await read(reference))?.task?.decision).toBeUndefined();
});

test('different children are asked about on neither page again', async () => {
  const { using, press, read } = await compared();
  expect((await press({ same: 'NO' })).location).toBe(task);
  expect((await read(reference))?.notSame).toMatchObject([{ reference: otherReference }]);
  expect((await using.get(task)).body).not.toContain(besideWords.soundsAlike(otherReference));
  expect((await using.get(address)).status).toBe(404);
  expect((await press({ same: 'NO' })).location).toBe(task);
  expect((await read(reference))?.notSame).toHaveLength(1);
});

test('names what is missing, and keeps what was typed (half-finished)', async () => {
  const { press, read } = await compared();
  const missing = await press({ same: 'YES', reason: ' ' });
  expect([missing.status, missing.body.includes(sameChildFaultWords.REASON_MISSING)]).toEqual([422, true]);
  const unpressed = await press({ reason: 'xkept' });
  for (const said of [sameChildFaultWords.SAME_MISSING, 'xkept']) expect(unpressed.body).toContain(said);
  expect((await read(reference))?.task?.decision).toBeUndefined();
});

test.each([
  ['OTHER_ENDED', { status: 'DECLINED', next: 'DONE', task: null }],
  ['OTHER_SUSPICIOUS', { suspicion: 'STANDS' }],
] as const)('says why the two cannot be joined, and records nothing of it (late): %s', async (why, patch) => {
  const { using, press, read } = await compared(patch);
  const { body } = await using.get(address);
  expect([body.includes(whyNotJoinedWords[why]), body.includes('value="YES"')]).toEqual([true, false]);
  expect((await press({ same: 'YES' })).status).toBe(409);
  expect((await read(reference))?.task?.decision).toBeUndefined();
  expect((await press({ same: 'NO' })).location).toBe(task);
});

test.each([
  ['is not like it', referenceFor('local', 'key-of-another-child', 0)],
  ['is no reference', 'x'],
  ['is itself', reference],
])('joins nothing that %s (hostile)', async (_what, to) => {
  const { using, stores, read } = await compared();
  await stores.cases.createCase({
    ...checkedCase('TRIAGE'),
    reference: referenceFor('local', 'key-of-another-child', 0),
  });
  expect((await using.get(sameChildAt(taskId, to))).status).toBe(404);
  const csrf = hidden(await using.get(task), 'csrf');
  await using.post(sameChildAt(taskId, to), { csrf, taskId, same: 'YES', reason: 'They called' });
  expect((await read(reference))?.task?.decision).toBeUndefined();
});
