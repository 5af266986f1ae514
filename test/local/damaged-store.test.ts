import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#local/store.ts';
import { storeDamaged } from '#test/kit/words/local-run.ts';

const PAGE = 4096;

/** A data folder whose database holds so many rows of about a page each, with its last pages overwritten. */
async function damagedFolder(rows: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-damaged-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = await openStore(folder);
  store.database.exec(`create table rows (id integer primary key, doc text);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
    insert into rows select i, printf('%.3000c', 'x') from n`);
  const { pages } = { ...store.database.prepare('select page_count as pages from pragma_page_count').get() };
  store.close();
  const file = openSync(join(folder, 'small-steps.sqlite'), 'r+');
  writeSync(file, 'x'.repeat(20 * PAGE), (Number(pages) - 20) * PAGE);
  return folder;
}

test('a store of less than 8 MB is read whole before it is opened: no damaged page in it goes unseen', async () => {
  const folder = await damagedFolder(1000);

  await expect(openStore(folder)).rejects.toThrow(storeDamaged(folder));
});

test('a larger store opens without being read whole, and refuses a damaged page when that is needed', async () => {
  const store = await openStore(await damagedFolder(3000));
  const row = store.database.prepare('select doc from rows where id = ?');

  expect(row.get(1)).toEqual({ doc: 'x'.repeat(3000) });
  expect(() => row.get(2995)).toThrow('malformed');
  store.close();
});
