import { expect, test } from 'vitest';
import { whileSwapped } from '#test/kit/while-swapped.ts';
import { apiWorld, validReferral } from './api/world.ts';
import { hidden } from './browser.ts';
import { begin, fillAll, referWorld, send } from './form/world.ts';
import { reference } from './records.ts';
import { asked, declined, inTriage, onList } from './referral/standings.ts';
import { referrerWorld } from './referral/world.ts';
import { accept, taskId, triageWorld } from './staff/world.ts';

const task = `/triage/tasks/${taskId}`;

test('fields of a later release pass through the pages of a task, from the code to the decision and its undoing', async () => {
  const { stores, lost } = whileSwapped();
  const { signIn, newBrowser, token, second } = await triageWorld({ stores });
  await newBrowser().post(`/triage/l/${token}`);
  const using = await signIn();
  await signIn(second, using);
  const page = await using.get(task);
  const csrf = hidden(page, 'csrf');
  expect((await using.get(`${task}/evidence/0`)).status).toBe(303);
  expect((await using.post(task, { ...accept, csrf, taskId })).status).toBeLessThan(400);
  expect((await using.post(`${task}/undo`, { csrf, taskId, ...accept })).status).toBeLessThan(400);
  expect((await using.get(task)).status).toBe(200);
  expect(lost).toEqual([]);
});

test.each([
  ['in triage', inTriage],
  ['declined', declined],
  ['on a list', onList()],
])('they pass through every page of a referrer whose referral is %s, and through withdrawing it', async (_, given) => {
  const { stores, lost } = whileSwapped();
  const { visit, newBrowser, token } = await referrerWorld(given, 'STATUS', undefined, {}, stores);
  const using = newBrowser();
  await using.post(`/referral/l/${token}`, { 'dob-day': '1', 'dob-month': '1', 'dob-year': '2024' });
  const { page } = await visit(token, using);
  const csrf = hidden(page, 'csrf');
  expect(page.status).toBe(200);
  const colleague = { name: 'Bea', role: 'GP', email: 'bea@example.org', csrf };
  for (const [path, fields] of [
    ['handover', colleague],
    ['withdraw', { csrf, reason: 'They have moved', sure: 'yes' }],
  ] as const) {
    expect((await using.get(`/referral/${reference}/${path}`)).status).toBeLessThan(500);
    expect((await using.post(`/referral/${reference}/${path}`, fields)).status).toBeLessThan(500);
  }
  expect((await using.get(`/referral/${reference}/status`)).status).toBe(200);
  expect(lost).toEqual([]);
});

test('they pass through the page with a question and its answer', async () => {
  const { stores, lost } = whileSwapped();
  const { visit, theCase } = await referrerWorld(asked, 'ANSWER', undefined, {}, stores);
  const { using, address } = await visit();
  const page = await using.get(`${address}/write`);
  const answered = await using.post(address, { csrf: hidden(page, 'csrf'), text: 'She plays alone' });
  expect([answered.status, (await theCase()).answers.length]).toEqual([200, 1]);
  expect(lost).toEqual([]);
});

test('they pass through a draft, from its first answer to the referral that it becomes', async () => {
  const { stores, lost } = whileSwapped();
  const world = referWorld(undefined, undefined, stores);
  const using = world.newBrowser();
  const at = await begin(using);
  await fillAll(world, using, at);
  await send(using, at);
  expect(world.started).toHaveLength(1);
  expect(lost).toEqual([]);
});

test('they pass through the API: a referral sent twice is the same, and its status is told', async () => {
  const { stores, lost } = whileSwapped();
  const { submit, send: ask } = apiWorld(undefined, stores);
  const first = await submit(validReferral);
  expect([first.statusCode, (await submit(validReferral)).json.reference]).toEqual([201, first.json.reference]);
  expect((await ask({ path: `/v1/referrals/${first.json.reference}` })).json).toMatchObject({ status: 'RECEIVED' });
  expect(lost).toEqual([]);
});
