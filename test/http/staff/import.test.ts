import { describe, expect, it } from 'vitest';
import { presentExample } from '#web/staff/lists/import/example.ts';
import { faultWords, importWords as words } from '#web/staff/lists/import/words.ts';
import { hidden } from '../browser.ts';
import { multipart, multipartType } from '../multipart.ts';
import { lists } from './lists-world.ts';

const AT = '/staff/lists/import';
const [header = [], one = [], two = []] = presentExample;
const csv = (...rows: readonly (readonly string[])[]) => rows.map((cells) => cells.join(';')).join('\r\n');
const withCell = (row: readonly string[], column: string, typed: string) =>
  row.map((cell, n) => (header[n] === column ? typed : cell));

async function importer() {
  const world = await lists([]);
  const send = async (parts: Parameters<typeof multipart>[0], csrf?: string) => {
    const token = csrf ?? hidden(await world.manager.get(AT), 'csrf');
    const body = Buffer.from(multipart([{ name: 'csrf', value: token }, ...parts])).toString('base64');
    const headers = { 'Content-Type': multipartType, Origin: 'null' };
    return world.manager.send({ method: 'POST', path: AT, headers, body, isBase64Encoded: true });
  };
  const check = (file: string | Uint8Array, csrf?: string) =>
    send([{ name: 'file', value: file, fileName: 'Sam Example.csv' }], csrf);
  return { ...world, check, send };
}

describe('the check of a list from a spreadsheet', () => {
  it('offers its header and two example rows, in which nothing has to change', async () => {
    const { manager, check } = await importer();
    const example = await manager.get(`${AT}/example`);
    const { status, body } = await check(example.body);
    expect([example.headers['content-type'], status]).toEqual(['text/csv; charset=utf-8', 200]);
    expect(body).toContain(`${words.rows(2)} ${words.sound}`);
    for (const said of [words.counts, 'Home visiting, Taunton', words.noBand]) expect(body).toContain(said);
  });

  it('names each bad row by its number and column with what to do, and shows no cell', async () => {
    const { check } = await importer();
    const { status, body } = await check(
      csv(header, withCell(one, 'locality', 'Atlantis'), withCell(two, 'band', '7')),
    );
    expect(status).toBe(200);
    expect(body).toContain(words.bad(2));
    for (const said of [faultWords.LOCALITY, faultWords.BAND]) expect(body).toContain(said);
    expect(body).not.toMatch(/Atlantis|Robin|Alex|9434765919/);
  });

  it('stores nothing, and logs nothing of the file', async () => {
    const { check, log, stores } = await importer();
    await check(csv(header, one, withCell(two, 'date_of_birth', '2023-02-30')));
    expect(await stores.indexes.listCount('HOME_VISITING', 'Taunton')).toBe(0);
    expect(JSON.stringify(log)).not.toMatch(/Sam|Robin|Example|9434765919|A-101/);
  });

  it.each([
    ['a column too few', csv(header.slice(1), one.slice(1)), words.missingColumns(['own_reference'])],
    ['a column too many', csv([...header, 'notes'], one), words.otherColumns],
    ['no row', csv(header), words.noRows],
    ['too many rows', csv(header, ...Array.from({ length: 2001 }, () => one)), words.tooManyRows],
    ['more cells than the header', csv(header, [...one, 'more']), words.moreCells(2)],
    ['an open quotation mark', csv(header, ['"A', ...one.slice(1)]), words.badQuote(2)],
    ['a spreadsheet inside', 'PK\u0003\u0004', words.notCsv],
    ['nothing in it', '', words.empty],
  ])('refuses a file with %s, in plain words (malformed)', async (_what, file, said) => {
    const { check } = await importer();
    const { status, body } = await check(file);
    expect([status, body.includes(said)]).toEqual([422, true]);
  });

  it('asks for a file where none was selected', async () => {
    const { send } = await importer();
    const { status, body } = await send([{ name: 'file', value: '', fileName: '' }]);
    expect([status, body.includes(words.none)]).toEqual([422, true]);
  });

  it('refuses a form that another page sent (hostile)', async () => {
    const { check } = await importer();
    expect((await check(csv(header, one), 'another')).status).toBe(403);
  });
});
