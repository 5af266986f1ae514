import { cpSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { bodyOf } from '#test/cases.ts';
import { askLocal } from '#tools/verify/local.ts';
import { accepted, anotherChild, inTriage, post, statusOf, statusWhen, upload } from './api.ts';
import { emptyFolder, endAll, type Service, start } from './service.ts';
import { signIn } from './triage.ts';
import { until } from './until.ts';
import { executionsOf, move } from './window.ts';

afterAll(endAll);

test('a copy of the data folder goes on from where it was made, and what was sent after it can be sent again', async () => {
  const data = emptyFolder();
  const copy = emptyFolder();
  const first = await start({ data, now: '2026-09-24T09:00' });
  const [waits, decided] = [await inTriage(first), await inTriage(first)];
  await (await signIn(first, decided)).send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
  await first.kill();
  cpSync(data, copy, { recursive: true });

  const second = await start({ data });
  const key = { 'idempotency-key': 'sent after the copy' };
  const body = { ...bodyOf('C01', [await upload(second)]), ...anotherChild() };
  const { reference: late } = await accepted(await post(second, body, key));
  await second.kill();

  const restored = await start({ data: copy });
  await move(restored, { advance: 'PT6M' });
  await statusWhen(restored, decided, 'ON_WAITING_LIST');
  expect((await statusOf(restored, waits)).status).toBe('IN_TRIAGE');
  expect(await askLocal(restored.root)).toMatchObject({ isWhole: true });
  expect((await executionsOf(restored)).filter(({ status }) => status === 'FAILED')).toEqual([]);

  const again = { ...bodyOf('C01', [await upload(restored)]), child: body.child };
  expect((await accepted(await post(restored, again, key))).reference).toBe(late);
  await statusWhen(restored, late, 'IN_TRIAGE');
});

test('while the encryption key is disabled nothing is acknowledged, and all of it goes on once it is enabled', async () => {
  const at = await start({ now: '2026-09-24T09:00' });
  const decided = await inTriage(at);
  const evidenceId = await upload(at);
  await (await signIn(at, decided)).send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
  const key = { 'idempotency-key': 'sent while the key is disabled' };
  const body = { ...bodyOf('C01', [evidenceId]), ...anotherChild() };

  await use(at, 'revoked');
  expect((await post(at, body, key)).status).toBeGreaterThanOrEqual(500);
  await move(at, { advance: 'PT10M' });
  await use(at, 'allowed');

  const { reference } = await until('the referral was taken', async () => {
    const answer = await post(at, body, key);
    return answer.status === 201 ? accepted(answer) : undefined;
  });
  await statusWhen(at, reference, 'IN_TRIAGE');
  await move(at, { advance: 'PT20M' });
  await statusWhen(at, decided, 'ON_WAITING_LIST');
  expect(await askLocal(at.root)).toMatchObject({ isWhole: true });
});

async function use(at: Service, use: 'revoked' | 'allowed'): Promise<void> {
  const answer = await fetch(`${at.root}/local/faults`, {
    method: 'POST',
    body: JSON.stringify({ key: 'ServiceKey', use }),
  });
  expect(answer.status).toBe(200);
}
