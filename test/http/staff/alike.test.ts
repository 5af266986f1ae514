import { expect, test } from 'vitest';
import { referralExample } from '#web/api/openapi-examples.ts';
import { sameChildAt } from '#web/staff/same-child/address.ts';
import { besideWords } from '#web/staff/words.ts';
import {
  caseOnReceipt,
  checkedCase,
  otherReference,
  reference,
  storedCheck,
  storedReferral,
  withTask,
} from '../records.ts';
import { taskId, triageWorld } from './world.ts';

const address = `/triage/tasks/${taskId}`;
const otherChild = { ...referralExample, child: { ...referralExample.child, firstName: 'Xwin' } };
const likeness = { child: 'a', home: 'b', names: ['n1', 'n2'] };

/** A referral in triage, and another that shares these hashes with it, with the sounds of its name. */
async function withAlike(shared: readonly string[], names?: string[]) {
  const check = { ...storedCheck(), likeness };
  const world = await triageWorld({ theCase: withTask(checkedCase('TRIAGE'), 'TRIAGE'), check });
  await world.stores.cases.createCase({ ...caseOnReceipt(otherReference), checks: 1 });
  const theirs = { child: 'a', ...(names ? { names } : {}) };
  await world.stores.cases.putCheck({ ...storedCheck(), reference: otherReference, likeness: theirs });
  await world.stores.referrals.putReferral({ ...storedReferral(otherChild), reference: otherReference });
  for (const hash of ['a', 'b']) await world.stores.matches.noteMatch(hash, reference);
  for (const hash of shared) await world.stores.matches.noteMatch(hash, otherReference);
  return { ...world, using: await world.signIn() };
}

test('the one who decides reads that a name sounds alike, with both side by side, as a reading of the other', async () => {
  const { using, readings } = await withAlike(['a', 'b'], ['n2', 'n9']);
  const { body } = await using.get(address);
  for (const shown of [besideWords.mayBe, besideWords.soundsAlike(otherReference), 'Xwin', besideWords.differs])
    expect(body).toContain(shown);
  expect(readings.filter(({ what }) => what === 'RECORD')).toHaveLength(2);
  expect(body).not.toContain(besideWords.sibling(otherReference));
  expect(body).toContain(`href="${sameChildAt(taskId, otherReference)}"`);
});

test('a twin, by another name, is told apart by reference alone, and nothing of it is read', async () => {
  const { using, readings } = await withAlike(['a', 'b'], ['n9']);
  const { body } = await using.get(address);
  expect(body).toContain(besideWords.twin(otherReference));
  for (const hidden of [besideWords.soundsAlike(otherReference), 'Xwin']) expect(body).not.toContain(hidden);
  expect(readings.filter(({ what }) => what === 'RECORD')).toHaveLength(1);
});

test('one that was checked before names were compared is shown as it was: the same child, or a twin', async () => {
  const { using } = await withAlike(['a']);
  const { body } = await using.get(address);
  for (const shown of [besideWords.alike(otherReference), 'Xwin']) expect(body).toContain(shown);
});

test('a child of the same home is noted by reference alone, and nothing of it is read', async () => {
  const { using, readings } = await withAlike(['b']);
  const { body } = await using.get(address);
  expect(body).toContain(besideWords.sibling(otherReference));
  for (const hidden of [besideWords.mayBe, 'Xwin']) expect(body).not.toContain(hidden);
  expect(readings.filter(({ what }) => what === 'RECORD')).toHaveLength(1);
});

test('says nothing of a referral that is alike in nothing', async () => {
  const { using } = await withAlike([]);
  expect((await using.get(address)).body).not.toContain(otherReference);
});
