import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { createObjectFiles } from '#local/s3/object-files.ts';
import { openStore } from '#local/store.ts';

const now = () => Date.parse('2026-09-24T09:00:00Z');

/** A data folder in which both stores were written, and closed. */
async function writtenFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-lost-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await open(folder);
  return folder;
}

/** Opens both stores of a folder, as a start does, and closes them. */
async function open(folder: string): Promise<void> {
  const store = await openStore(folder);
  try {
    const dynamodb = await startDynamoDb({ folder: store.dynamodbFolder, now, checkpoints: store.checkpoints });
    store.bothAreOpen();
    await dynamodb.close();
  } finally {
    store.close();
  }
}

const remove = (folder: string, isGone: (name: string) => boolean) => {
  for (const name of readdirSync(folder).filter(isGone)) rmSync(join(folder, name), { recursive: true });
};

test('what is kept is readable by its owner alone, from the first file', async () => {
  const folder = await writtenFolder();
  const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    return statSync(join(entry.parentPath, entry.name)).mode & 0o077;
  });
  expect([statSync(folder).mode & 0o777, modes.length > 5, new Set(modes)]).toEqual([0o700, true, new Set([0])]);
});

test('a folder that holds all it held opens again', async () => {
  await expect(open(await writtenFolder())).resolves.toBeUndefined();
});

test.each([
  ['all records', () => true, 'dynamodb/ is empty or missing beside small-steps.sqlite'],
  ['the file that says which records count', (name: string) => name === 'CURRENT', 'CURRENT is missing'],
  ['the latest records', (name: string) => name.endsWith('.log'), 'its log is missing'],
])('lost: a folder without %s is refused in one line, and nothing begins anew', async (_, isGone, why) => {
  const folder = await writtenFolder();
  remove(join(folder, 'dynamodb'), isGone);
  const left = readdirSync(join(folder, 'dynamodb'));
  await expect(open(folder)).rejects.toThrow(why);
  expect(readdirSync(join(folder, 'dynamodb'))).toEqual(left);
});

const DYNAMODB = 'dynamodb';
const SQLITE = 'small-steps.sqlite';

/** A folder opened so many times, with one part of it put back as it was after the first. */
async function withOlder(part: string, times: number): Promise<string> {
  const folder = await writtenFolder();
  const copy = `${folder}-copy`;
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(join(folder, part), copy, { recursive: true });
  for (let n = 1; n < times; n += 1) await open(folder);
  rmSync(join(folder, part), { recursive: true });
  cpSync(copy, join(folder, part), { recursive: true });
  return folder;
}

test.each([
  ['records that are one run older', DYNAMODB, 2, 'it is older than small-steps.sqlite beside it'],
  ['records that are many runs older', DYNAMODB, 5, 'it is older than small-steps.sqlite beside it'],
  ['workflows that are one run older', SQLITE, 2, 'small-steps.sqlite beside it is older'],
  ['workflows that are many runs older', SQLITE, 5, 'small-steps.sqlite beside it is older'],
])('lost: a folder with %s is refused in one line', async (_, part, times, why) => {
  await expect(open(await withOlder(part, times))).rejects.toThrow(why);
});

test.each([1, 20, 60])(
  'lost: records whose log has lost its last %i bytes since they were closed are refused',
  async (cut) => {
    const folder = await writtenFolder();
    const [log = ''] = readdirSync(join(folder, DYNAMODB)).filter((name) => name.endsWith('.log'));
    const file = join(folder, DYNAMODB, log);
    truncateSync(file, statSync(file).size - cut);
    await expect(open(folder)).rejects.toThrow('is older than small-steps.sqlite');
  },
);

test('lost: records of which a file is gone are refused by its name', async () => {
  const folder = await writtenFolder();
  for (let n = 0; n < 3; n += 1) await open(folder);
  remove(join(folder, DYNAMODB), (name) => name.endsWith('.ldb'));
  await expect(open(folder)).rejects.toThrow('damaged');
});

test('half-finished: a run that was killed between the two counts opens again, and so does the next', async () => {
  const folder = await writtenFolder();
  const store = await openStore(folder);
  const { known = 0 } = store.checkpoints ?? {};
  store.checkpoints?.reached(known - 1);
  store.close();
  await expect(open(folder)).resolves.toBeUndefined();
  await expect(open(folder)).resolves.toBeUndefined();
});

test('a folder of an earlier version, which counted nothing, opens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-lost-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore(folder);
  const dynamodb = await startDynamoDb({ folder: store.dynamodbFolder, now });
  store.bothAreOpen();
  await dynamodb.close();
  store.close();
  await expect(open(folder)).resolves.toBeUndefined();
});

test('lost: a document that was cut short is an error at once, never a shorter document', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-lost-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = createObjectFiles(folder);
  const object = {
    ...{ bucket: 'evidence', key: 'one', versionId: files.newVersionId('evidence', 'one'), size: 6, etag: '"e"' },
    ...{ contentType: 'application/pdf', metadata: {}, lastModified: '2026-09-24T09:00:00.000Z', tags: [] },
    ...{ scan: { result: 'CLEAN', doneAt: 0 }, deleteMarker: false },
  };
  await files.put(object, Buffer.from('report'));
  expect((await files.read(object)).toString()).toBe('report');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.name.endsWith('.bin')) truncateSync(join(entry.parentPath, entry.name), 3);
  }
  await expect(files.read(object)).rejects.toThrow('was cut short');
  await expect(files.read(object, { first: 2, last: 5 })).rejects.toThrow('was cut short');
});

test('half-finished: what a killed run that keeps nothing left behind goes at the next start, and no one else', async () => {
  const gone = join(tmpdir(), 'small-steps-run-99999999-aaaaaa');
  const running = join(tmpdir(), `small-steps-run-${process.ppid}-aaaaaa`);
  for (const name of [gone, running]) mkdirSync(name, { recursive: true });
  onTestFinished(() => rmSync(running, { recursive: true, force: true }));
  (await openStore(undefined)).close();
  expect([existsSync(gone), existsSync(running)]).toEqual([false, true]);
});
