import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportAll } from '#tools/export/export.ts';

const root = mkdtempSync(join(tmpdir(), 'small-steps-export-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const items = [
  { pk: 'REF#B2', sk: 'CASE', status: 'IN_TRIAGE' },
  { pk: 'REF#A1', sk: 'REFERRAL', body: { child: { firstName: 'Zoë' } } },
  { pk: 'REF#A1', sk: 'CASE', status: 'ON_WAITING_LIST' },
  { pk: 'TEAM', sk: 'RECORD', people: [] },
  { pk: 'LINK#hash', sk: 'LINK' },
];
const document = Buffer.from('%PDF-1.7 a document');

const from = (keys: readonly string[] = ['evidence/draft-1/x1']) => ({
  records: {
    async *all() {
      yield* items;
    },
  },
  files: {
    async *all() {
      for (const key of keys) yield { key, bytes: document };
    },
  },
});

test('each referral is one file with all its records, and every other kind is one file', async () => {
  const folder = join(root, 'all');
  const said = await exportAll(from(), folder);
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

  expect(said[0]).toBe(`2 referrals, 5 records and 1 files were written to ${folder}.`);
  expect(read('referrals/A1.json')).toEqual([items[2], items[1]]);
  expect(read('referrals/B2.json')).toEqual([items[0]]);
  expect(readdirSync(join(folder, 'others')).sort()).toEqual(['link.json', 'team.json']);
  expect(readFileSync(join(folder, 'files/evidence/draft-1/x1'))).toEqual(document);
});

test('it says what all of it means, and a check sum of each file', async () => {
  const folder = join(root, 'sums');
  await exportAll(from(), folder);
  const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n');
  const names = sums.map((line) => line.split('  ')[1] ?? '');

  expect(names).toEqual(expect.arrayContaining(['data-model.md', 'schemas/case.json', 'files/evidence/draft-1/x1']));
  for (const [n, name] of names.entries())
    expect(sums[n]).toBe(
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}  ${name}`,
    );
});

test('only its owner may read it', async () => {
  const folder = join(root, 'private');
  await exportAll(from(), folder);

  expect(statSync(join(folder, 'referrals/A1.json')).mode & 0o077).toBe(0);
});

test('a folder that holds anything is refused, and stays as it is (twice)', async () => {
  const folder = mkdtempSync(join(root, 'full-'));
  writeFileSync(join(folder, 'mine.txt'), 'mine');

  await expect(exportAll(from(), folder)).rejects.toThrow('is not empty');
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});

test('no file leaves the folder, whatever its key is (hostile)', async () => {
  const folder = join(root, 'hostile');

  await expect(exportAll(from(['evidence/../../outside']), folder)).rejects.toThrow('did not put there');
  expect(readdirSync(root)).not.toContain('outside');
});
