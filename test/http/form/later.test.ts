import { expect, test } from 'vitest';
import { memoryTable } from '#adapters/memory/table.ts';
import { storesOver } from '#adapters/records/stores.ts';
import { sha256 } from '#domain/values/hash.ts';
import { LATER, writeCode } from '#test/kit/later-codes.ts';
import { LATER_VERSION } from '#test/kit/later-item.ts';
import { testRandom } from '../doubles.ts';
import { begin, fillAll, referWorld, send } from './world.ts';

/** A draft that is filled in, over a table into which functions of a later release write as well. */
async function filled() {
  const table = memoryTable(false);
  const world = referWorld(undefined, undefined, storesOver(table, testRandom()));
  const using = world.newBrowser();
  const at = await begin(using);
  await fillAll(world, using, at);
  const key = { pk: `DRAFT#${at.slice('/refer/'.length)}`, sk: 'DRAFT' };
  return { table, world, using, at, key };
}

test('an answer and a page that only a later release knows are kept, and the draft is sent without them', async () => {
  const { table, world, using, at, key } = await filled();
  const item = await table.get(key.pk, key.sk);
  const answers = JSON.stringify({ ...JSON.parse(String(item?.answers)), 'child.later': LATER });
  await table.put({ ...item, ...key, answers, done: ['later-page'], v: LATER_VERSION });
  for (const page of ['', '/child', '/check']) expect((await using.get(`${at}${page}`)).status).toBe(200);
  await send(using, at);
  expect(world.started).toHaveLength(1);
  const after = await table.get(key.pk, key.sk);
  expect(after).toMatchObject({ v: LATER_VERSION, done: ['later-page'], sent: { reference: world.started[0] } });
  expect(JSON.parse(String(after?.answers))).toMatchObject({ 'child.later': LATER });
});

test('a way in which a referral had come that only a later release knows is shown in plain words, and kept', async () => {
  const { table, using, at, key } = await filled();
  const entry = { mailbox: 'triage-1@example.org', name: 'Sam', role: 'Practitioner', arrivedOn: '2026-09-22' };
  await writeCode(table, key, 'entry', { ...entry, cameBy: LATER });
  expect((await using.get(at)).body).toContain('Entered by staff from something else');
  expect((await using.get(`${at}/check`)).status).toBe(200);
  expect(await table.get(key.pk, key.sk)).toMatchObject({ entry: { cameBy: LATER } });
});

test('a session for an audience that only a later release knows opens nothing, and stays as it is', async () => {
  const { table, using, at } = await filled();
  const key = { pk: `SESSION#${sha256(using.jar.get('small-steps-draft') ?? '')}`, sk: 'SESSION' };
  await writeCode(table, key, 'audience');
  expect((await using.get(`${at}/child`)).body).not.toContain('Poppy');
  expect(await table.get(key.pk, key.sk)).toMatchObject({ audience: LATER });
});
