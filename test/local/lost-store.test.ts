import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
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
    const dynamodb = await startDynamoDb({ folder: store.dynamodbFolder, now });
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
