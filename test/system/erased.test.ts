import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { bodyOf } from '#test/cases.ts';
import { pdfOf } from '#test/kit/documents.ts';
import { askLocal } from '#tools/verify/local.ts';
import { views } from '#tools/views.ts';
import { accepted, inTriage, post, statusWhen, upload } from './api.ts';
import type { Service } from './service.ts';
import { executionsOf, historyOf, mailsOf, move } from './window.ts';

const PLANTED = 'Zebrafish';
const NOT_AGREED = { consent: { parentAgreesToReferral: false, parentUnderstandsAims: true } };
const data = mkdtempSync(join(tmpdir(), 'small-steps-erased-'));
let instance: Instance;
let at: Service;
let [gone, stays] = ['', ''];
let items: Record<string, unknown>[] = [];

beforeAll(async () => {
  instance = await startInstance({ port: 0, data, now: parseInstant('2026-09-24T09:00'), views, cold: true });
  const { url } = instance;
  at = { url, root: new URL(url).origin, data, logged: () => '', kill: instance.stop };
  const sent = { ...bodyOf('C01', [await upload(at, pdfOf(`A report on ${PLANTED}`))]), ...NOT_AGREED };
  const body = planted(sent);
  gone = (await accepted(await post(at, body))).reference;
  await statusWhen(at, gone, 'NOT_ACCEPTED');
  stays = await inTriage(at);
  await move(at, { advance: 'P1D' });
  items = await stored();
});
afterAll(async () => {
  await instance.stop();
  rmSync(data, { recursive: true, force: true });
});

/** The same with a string in every text that names or describes someone. */
function planted(value: unknown, name = ''): unknown {
  const isFree =
    /^(name|firstName|lastName|relationship|address|reason|concerns|strengths|details|organisation|notes|text)$/;
  if (typeof value === 'string') return isFree.test(name) ? `${PLANTED} ${value}` : value;
  if (Array.isArray(value)) return value.map((one) => planted(one, name));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, planted(one, key)]));
}

const where = () => ({ region: 'eu-west-2', credentials: RUN_KEY });
const table = () => dynamoClient({ ...where(), endpoint: instance.endpoints.dynamodb });
const s3 = () => new S3Client({ ...where(), endpoint: instance.endpoints.other });

async function stored() {
  const { Items = [] } = await table().send(new ScanCommand({ TableName: instance.tableName ?? '' }));
  return Items;
}

/** Every version of every object of a bucket, as its key and its text. */
async function objects(Bucket: string): Promise<string[]> {
  const { Versions = [] } = await s3().send(new ListObjectVersionsCommand({ Bucket }));
  return Promise.all(
    Versions.map(async ({ Key, VersionId }) => {
      const { Body } = await s3().send(new GetObjectCommand({ Bucket, Key, VersionId }));
      return `${Key}\n${await Body?.transformToString('latin1')}`;
    }),
  );
}

/** Where a word is found: in the table, any version in the bucket of files, mail, histories of executions, and what functions print. */
async function foundIn(word: string): Promise<string[]> {
  const places: [string, string[]][] = [
    ['table', (await stored()).map((item) => JSON.stringify(item))],
    ['files', await objects('evidencebucket')],
    ['mail', (await mailsOf(at)).map((mail) => JSON.stringify(mail))],
    ['executions', await Promise.all((await executionsOf(at)).map(({ name }) => historyOf(at, name)))],
    ['log', [readFileSync(join(data, 'lambda.log'), 'utf8')]],
  ];
  return places.flatMap(([name, texts]) => texts.filter((text) => text.includes(word)).map(() => name));
}

/** Items that only name the referral among others: no word of it. */
const countedAgain = (item: Record<string, unknown>) => /^(BALANCE#|NIGHTS$|ROLLUPS$|REF#DAY-)/.test(String(item.pk));
const about = (all: readonly Record<string, unknown>[], reference: string) =>
  all.filter((item) => JSON.stringify(item).includes(reference) && !countedAgain(item));

test('before its day all of a referral is there, in the table and among the files alone', async () => {
  const found = await foundIn(PLANTED);
  expect([...new Set(found)].sort()).toEqual(['files', 'table']);
  expect(about(items, gone).length).toBeGreaterThan(3);
});

test('once its day has come no word and no item of it is left anywhere, and nothing rings', async () => {
  await move(at, { advance: 'P29D' });
  expect(await foundIn(PLANTED)).toEqual([]);
  expect(about(await stored(), gone)).toEqual([]);
  expect(about(await stored(), stays).length).toBeGreaterThan(3);
  const log = readFileSync(join(data, 'lambda.log'), 'utf8');
  expect(log.match(/history-broken|list-unbalanced|record-not-erased|record-not-readable/g)).toBeNull();
});

test('the command finds every history whole, and names what was erased with its ground', async () => {
  const { lines, isWhole } = await askLocal(at.root);
  expect(lines).toContainEqual(
    expect.stringMatching(new RegExp(`^${gone}: erased on 2026-10-2\\d, NOT_AGREED, by MACHINE\\.$`)),
  );
  expect(isWhole).toBe(true);
});

test('the list of what was erased stands beside the seals, and says nothing of the child', async () => {
  const [entry = '', ...more] = (await objects('sealsbucket')).filter((one) => one.startsWith('erased/'));
  expect(more).toEqual([]);
  expect(Object.keys(JSON.parse(entry.slice(entry.indexOf('\n')))).sort()).toEqual(['at', 'by', 'ground', 'reference']);
});

test('what a restore brings back is gone again after the next night', async () => {
  for (const Item of about(items, gone))
    await table().send(new PutCommand({ TableName: instance.tableName ?? '', Item }));
  expect(await foundIn(PLANTED)).not.toEqual([]);
  await move(at, { advance: 'P1D' });
  expect(await foundIn(PLANTED)).toEqual([]);
  expect(about(await stored(), gone)).toEqual([]);
  expect((await askLocal(at.root)).isWhole).toBe(true);
});
