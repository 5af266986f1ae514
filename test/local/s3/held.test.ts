import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keptUntilChanged } from '#local/s3/kept.ts';
import { createObjectFiles, type StoredObject } from '#local/s3/object-files.ts';

function filesOf() {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-held-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, files: createObjectFiles(folder) };
}

const described = (versionId: string): StoredObject => ({
  ...{ bucket: 'evidence', key: 'one', versionId, size: 6, etag: '"e"' },
  ...{ contentType: 'application/pdf', metadata: {}, lastModified: '2026-09-24T09:00:00.000Z', tags: [] },
  ...{ scan: { result: 'CLEAN', doneAt: 0 }, deleteMarker: false },
});

test('what is put while syncs are held is there at once, and after the release', async () => {
  const { files } = filesOf();
  const object = described(files.newVersionId('evidence', 'one'));
  files.syncs.hold();

  await files.put(object, Buffer.from('report'));

  expect((await files.read(object)).toString()).toBe('report');
  await files.syncs.release();
  expect(await files.find('evidence', 'one')).toEqual(object);
});

test('out of order: what is put and deleted while syncs are held hinders no release', async () => {
  const { folder, files } = filesOf();
  const object = described(files.newVersionId('evidence', 'one'));
  files.syncs.hold();
  await files.put(object, Buffer.from('report'));
  await files.remove(object);
  for (const name of readdirSync(join(folder, 'evidence'))) rmSync(join(folder, 'evidence', name), { recursive: true });

  await expect(files.syncs.release()).resolves.toBeUndefined();
});

test('twice: a second hold and a second release change nothing', async () => {
  const { files } = filesOf();
  files.syncs.hold();
  await files.put(described(files.newVersionId('evidence', 'one')), Buffer.from('report'));
  files.syncs.hold();

  await files.syncs.release();
  await expect(files.syncs.release()).resolves.toBeUndefined();
});

test('a version that is described anew is found as it is now', async () => {
  const { files } = filesOf();
  const object = described(files.newVersionId('evidence', 'one'));
  await files.put(object, Buffer.from('report'));
  expect((await files.find('evidence', 'one'))?.tags).toEqual([]);

  await files.writeDescription({ ...object, tags: [{ key: 'k', value: 'v' }] });

  expect((await files.find('evidence', 'one'))?.tags).toEqual([{ key: 'k', value: 'v' }]);
  expect((await files.under('evidence', 'on'))[0]?.tags).toEqual([{ key: 'k', value: 'v' }]);
});

test('a key that is put for the first time is listed, though its bucket was listed before', async () => {
  const { files } = filesOf();
  expect(await files.under('evidence', '')).toEqual([]);
  const object = described(files.newVersionId('evidence', 'one'));
  await files.put(object, Buffer.from('report'));
  expect(await files.under('evidence', '')).toEqual([object]);

  await files.remove(object);

  expect(await files.under('evidence', '')).toEqual([]);
});

test('out of order: what was read while it changed is read anew', async () => {
  const reads = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let n = 0;
  const kept = keptUntilChanged(() => reads[n++]?.promise ?? Promise.resolve(undefined));
  const first = kept.get('one');
  kept.changed('one');
  reads[0]?.resolve('before');
  reads[1]?.resolve('after');

  expect(await first).toBe('before');
  expect(await kept.get('one')).toBe('after');
  expect(await kept.get('one')).toBe('after');
  expect(n).toBe(2);
});
