import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand, GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import type { CaseEvent } from '#domain/case/event.ts';
import { linked } from '#domain/process/history.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { askLocal } from '#tools/verify/local.ts';
import { views } from '#tools/views.ts';
import { anotherChild, inTriage } from './api.ts';
import type { Service } from './service.ts';
import { move } from './window.ts';

const data = mkdtempSync(join(tmpdir(), 'small-steps-sealed-'));
let instance: Instance;
let at: Service;
let references: string[] = [];

beforeAll(async () => {
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-24T09:00'), views, cold: true });
  const { url } = instance;
  at = { url, root: new URL(url).origin, data, logged: () => '', kill: instance.stop };
  references = [await inTriage(at, anotherChild()), await inTriage(at, anotherChild())].sort();
  await move(at, { advance: 'P1D' });
});
afterAll(async () => {
  await instance.stop();
  rmSync(data, { recursive: true, force: true });
});

const settings = () => ({ region: 'eu-west-2', credentials: RUN_KEY });
const records = () => {
  const client = dynamoClient({ ...settings(), endpoint: instance.endpoints.dynamodb });
  const tableName = instance.tableName ?? '';
  return { client, tableName, ...createDynamoStores({ tableName, client }) };
};
const brokenInLog = () =>
  readFileSync(join(data, 'lambda.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('history-broken'));

/** The same events, the second at another time, each linked anew as if it had always been so. */
function writtenAnew(history: readonly CaseEvent[]): CaseEvent[] {
  const anew: CaseEvent[] = [];
  for (const { n, at: when, policyVersion, previousHash: _p, hash: _h, textHash: _t, ...rest } of history) {
    anew.push(linked(anew.at(-1), rest, n === 2 ? '2026-09-24T07:00:00.000Z' : when, policyVersion));
  }
  return anew;
}

test('after a night every history is sealed, and the command finds all of it whole', async () => {
  const { lines, isWhole } = await askLocal(at.root);

  expect(lines).toEqual([
    '2 cases read, 0 with a broken history.',
    '1 seals read, up to the night of 2026-09-25; 0 faults against them.',
  ]);
  expect(isWhole).toBe(true);
});

test('the seal holds references, counts and hashes alone, and cannot be deleted', async () => {
  const s3 = new S3Client({ ...settings(), endpoint: instance.endpoints.other });
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket: 'sealsbucket' }));
  const [{ Key, VersionId } = {}] = Versions;
  const one = { Bucket: 'sealsbucket', Key, VersionId };
  const { Body } = await s3.send(new GetObjectCommand(one));
  const seal = JSON.parse((await Body?.transformToString()) ?? '');

  expect(Object.keys(seal).sort()).toEqual(
    ['accepted', 'broken', 'heads', 'mac', 'n', 'night', 'previous', 'sealedAt'].sort(),
  );
  expect(seal.heads.map(({ reference }: { reference: string }) => reference)).toEqual(references);
  expect(Object.keys(seal.heads[0]).sort()).toEqual(['events', 'hash', 'reference']);
  await expect(s3.send(new DeleteObjectCommand(one))).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('a history that was written anew and a case that was deleted are named, and ring in the next night', async () => {
  const [changed = '', deleted = ''] = references;
  const { cases, client, tableName } = records();
  const before = await cases.readCase(changed);
  if (before === undefined) throw new Error('The case is not there.');
  await cases.saveCase({ ...before, version: before.version + 1, history: writtenAnew(before.history) });
  const Key = { pk: { S: `REF#${deleted}` }, sk: { S: 'CASE' } };
  await client.send(new DeleteItemCommand({ TableName: tableName, Key }));

  const { lines, isWhole } = await askLocal(at.root);
  expect(isWhole).toBe(false);
  expect(lines[0]).toBe('1 cases read, 0 with a broken history.');
  expect(lines[1]).toMatch(
    new RegExp(`^${changed}: \\d+ events were sealed in the night of 2026-09-25, and the events`),
  );
  expect(lines[2]).toMatch(new RegExp(`^${deleted}: \\d+ events were sealed .*, and the case is gone\\.$`));

  expect(brokenInLog()).toEqual([]);
  await move(at, { advance: 'P1D' });
  const rung = brokenInLog().map((line) => JSON.parse(line.slice(line.indexOf('{'))));
  expect(rung).toMatchObject([
    { reference: changed, fault: 'REWRITTEN' },
    { reference: deleted, fault: 'MISSING' },
  ]);
});
