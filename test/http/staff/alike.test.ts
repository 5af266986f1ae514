import { expect, test } from 'vitest';
import { referralExample } from '#web/api/openapi-examples.ts';
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
const twin = { ...referralExample, child: { ...referralExample.child, firstName: 'Xwin' } };
const likeness = { child: 'a', home: 'b' };

/** A referral in triage, and another that shares these hashes with it. */
async function withAlike(shared: readonly string[]) {
  const check = { ...storedCheck(), likeness };
  const world = await triageWorld({ theCase: withTask(checkedCase('TRIAGE'), 'TRIAGE'), check });
  await world.stores.cases.createCase(caseOnReceipt(otherReference));
  await world.stores.referrals.putReferral({ ...storedReferral(twin), reference: otherReference });
  for (const hash of Object.values(likeness)) await world.stores.matches.noteMatch(hash, reference);
  for (const hash of shared) await world.stores.matches.noteMatch(hash, otherReference);
  return { ...world, using: await world.signIn() };
}

test('the one who decides reads that it may be the same child, with both side by side, as a reading of the other', async () => {
  const { using, readings } = await withAlike(['a', 'b']);
  const { body } = await using.get(address);
  for (const shown of [besideWords.mayBe, besideWords.alike(otherReference), 'Xwin', besideWords.differs])
    expect(body).toContain(shown);
  expect(readings.filter(({ what }) => what === 'RECORD')).toHaveLength(2);
  expect(body).not.toContain(besideWords.sibling(otherReference));
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
