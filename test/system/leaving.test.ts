import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { exportAll } from '#tools/export/export.ts';
import { bucketOf } from '#tools/export/files.ts';
import { tableOf } from '#tools/put-back/table.ts';
import { inTriage } from './api.ts';
import type { Service } from './service.ts';
import { signIn } from './triage.ts';

const data = mkdtempSync(join(tmpdir(), 'small-steps-leaving-'));
let instance: Instance;
let at: Service;

beforeAll(async () => {
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-24T09:00'), cold: true });
  const { url } = instance;
  at = { url, root: new URL(url).origin, data, logged: () => '', kill: instance.stop };
});
afterAll(async () => {
  await instance.stop();
  rmSync(data, { recursive: true, force: true });
});

const settings = { region: 'eu-west-2', credentials: RUN_KEY };

/** The table and the bucket of the files, as someone who leaves reads them. */
function held() {
  const client = dynamoClient({ ...settings, endpoint: instance.endpoints.dynamodb });
  const s3 = new S3Client({ ...settings, endpoint: instance.endpoints.other, forcePathStyle: true });
  return { records: tableOf(client, instance.tableName ?? ''), files: bucketOf(s3, 'evidencebucket') };
}

/** Every file below a folder, by its path. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((one) =>
    one.isFile() ? [join(one.parentPath, one.name)] : [],
  );
}

test('whoever leaves has every record and every document that the service holds', async () => {
  const references = [await inTriage(at), await inTriage(at)];
  await (await signIn(at, references[0] ?? '')).send({ outcome: 'ACCEPT_INITIAL_ASSESSMENT' });
  const folder = join(data, 'export');
  const from = held();
  await exportAll(from, folder);

  const exported = [...filesIn(join(folder, 'referrals')), ...filesIn(join(folder, 'others'))].flatMap((file) =>
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const keys = new Set(exported.map(({ pk, sk }) => `${pk} ${sk}`));
  const left: string[] = [];
  for await (const { pk, sk } of from.records.all()) if (!keys.has(`${pk} ${sk}`)) left.push(`${pk} ${sk}`);
  let documents = 0;
  for await (const { key, bytes } of from.files.all()) {
    expect(readFileSync(join(folder, 'files', key))).toEqual(Buffer.from(bytes));
    documents += 1;
  }

  expect(left.filter((key) => !/^(LEASE|SESSION|READING)/.test(key))).toEqual([]);
  expect(documents).toBeGreaterThan(0);
  expect(filesIn(join(folder, 'referrals')).map((file) => file.split('/').at(-1))).toEqual(
    expect.arrayContaining(references.map((reference) => `${reference}.json`)),
  );
});
