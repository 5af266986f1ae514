import { describe, expect, it } from 'vitest';
import { PRESENT_COLUMNS } from '#domain/lists/import/present-row.ts';
import type { StoredReferral } from '#domain/referral/stored-referral.ts';
import { faultWords } from '#web/staff/lists/import/column-words.ts';
import { presentExample } from '#web/staff/lists/import/example.ts';
import { signFaultWords, stageWords, importWords as words } from '#web/staff/lists/import/words.ts';
import { cellsOf } from '../../unit/application/lists/import-sample.ts';
import { hidden } from '../browser.ts';
import { multipart, multipartType } from '../multipart.ts';
import { lists } from './lists-world.ts';

const AT = '/staff/lists/import';
const [header = [], one = [], two = [], ended = []] = presentExample;
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
  const { putReferral } = world.stores.referrals;
  /** From now on storing each row takes this long. */
  const slowly = (minutes: number) =>
    Object.assign(world.stores.referrals, {
      putReferral: (referral: StoredReferral) => {
        world.clock.advanceMinutes(minutes);
        return putReferral(referral);
      },
    });
  return { ...world, check, send, slowly };
}

describe('the check of a list from a spreadsheet', () => {
  it('offers its header and three example rows, in which nothing has to change', async () => {
    const { manager, check } = await importer();
    const example = await manager.get(`${AT}/example`);
    const { status, body } = await check(example.body);
    expect([example.headers['content-type'], status]).toEqual(['text/csv; charset=utf-8', 200]);
    expect(body).toContain(`${words.rows(3)} ${words.allSound}`);
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

/** So that half a dozen rows take as long as a press may. */
const SLOW_MINUTES = 1 / 60;
const generated = (count: number) =>
  csv(
    PRESENT_COLUMNS,
    ...Array.from({ length: count }, (_, n) => PRESENT_COLUMNS.map((column) => `"${cellsOf(n)[column]}"`)),
  );

/** A manager who has checked a file, and brings it in. */
async function bringing(file: string) {
  const world = await importer();
  const checked = await world.check(file);
  const bring = hidden(checked, 'bring');
  const press = async (another = file) =>
    world.send([
      { name: 'bring', value: bring },
      { name: 'file', value: another, fileName: 'list.csv' },
    ]);
  const one = `${AT}/${bring}`;
  const post = async (action: string, fields: Readonly<Record<string, string>> = {}) => {
    const csrf = hidden(await world.manager.get(one), 'csrf');
    return world.manager.post(`${one}/${action}`, { csrf, ...fields });
  };
  return { ...world, checked, press, one, post };
}

describe('a list from a spreadsheet that is brought in', () => {
  it('comes in after a check, is compared, signed and released, and no email goes out', async () => {
    const { press, one, post, manager, mailer, stores } = await bringing(generated(12));
    const mails = mailer.sent.length;
    const pressed = await press();
    expect([pressed.status, pressed.headers.location?.endsWith(one)]).toEqual([303, true]);
    const report = await manager.get(one);
    for (const said of [words.whole, stageWords.TO_SIGN, words.same]) expect(report.body).toContain(said);
    expect(report.body).not.toMatch(/First1|parent1@|999000/);
    expect((await post('sign', { compared: 'yes' })).status).toBe(303);
    expect((await manager.get(one)).body).toContain(stageWords.TO_RELEASE);
    expect((await post('release')).status).toBe(303);
    expect((await manager.get(one)).body).toContain(stageWords.RELEASED);
    expect([await stores.indexes.listCount('HOME_VISITING', 'Frome'), mailer.sent.length]).toEqual([1, mails]);
  });

  it('comes in by presses of one button, each short and saying how far it is, and the file is selected once', async () => {
    const { checked, send, slowly, manager, one } = await bringing(generated(60));
    slowly(SLOW_MINUTES);
    const press = (page: Parameters<typeof hidden>[0]) =>
      send([
        { name: 'bring', value: hidden(page, 'bring') },
        { name: 'carried', value: hidden(page, 'carried') },
      ]);
    const first = await press(checked);
    for (const said of [stageWords.COMING_IN, words.pressAgain, words.goOn]) expect(first.body).toContain(said);
    expect(first.body).not.toContain('type="file"');
    let last = first;
    for (let presses = 1; last.status === 200 && presses < 5; presses += 1) last = await press(last);
    expect([last.status, (await manager.get(one)).body.includes(stageWords.TO_SIGN)]).toEqual([303, true]);
  });

  it('goes on with the same file selected again, where the page that carried it is closed', async () => {
    const { press, check, slowly } = await bringing(generated(60));
    slowly(SLOW_MINUTES);
    await press();
    const again = await check(generated(60));
    expect(again.body).toContain(words.goOn);
    expect(hidden(again, 'carried')).not.toBe('');
  });

  it.each(['', 'not base64', 'bm90IGd6aXA='])(
    'asks for a file where the page carried %j (malformed)',
    async (carried) => {
      const { send, checked, stores } = await bringing(generated(3));
      const { status, body } = await send([
        { name: 'bring', value: hidden(checked, 'bring') },
        { name: 'carried', value: carried },
      ]);
      expect([status, body.includes(words.none), await stores.imports.imports()]).toEqual([422, true, []]);
    },
  );

  it('is refused where another file is selected than the one that was checked', async () => {
    const { press, stores } = await bringing(generated(3));
    const { status, body } = await press(generated(4));
    expect([status, body.includes(words.another), body.includes(words.bring(4))]).toEqual([422, true, true]);
    expect(await stores.imports.imports()).toEqual([]);
  });

  it('brings in the sound rows, names those that stay behind, and is signed with a reason only', async () => {
    const { press, one, post, manager, checked } = await bringing(generated(3).replace('"First2"', '""'));
    expect(checked.body).toContain(words.behind(1));
    await press();
    const bare = await post('sign', { reason: 'Row 4 has no name' });
    expect([bare.status, bare.body.includes(signFaultWords.COMPARED_MISSING)]).toEqual([422, true]);
    expect(bare.body).toContain('Row 4 has no name');
    expect((await post('sign', { compared: 'yes' })).body).toContain(signFaultWords.REASON_MISSING);
    await post('sign', { compared: 'yes', reason: 'Row 4 has no name' });
    const signed = await manager.get(one);
    for (const said of ['Row 4 has no name', words.wholeBut]) expect(signed.body).toContain(said);
  });

  it('says of a file that was brought in before where it stands', async () => {
    const { press, check, one } = await bringing(generated(3));
    await press();
    const again = await check(generated(3));
    expect([again.body.includes(words.known), again.body.includes(`href="${one}"`)]).toEqual([true, true]);
  });

  it('is written out with every cell as it was, and the example of a formula as text', async () => {
    const { press, manager, check } = await bringing(generated(8));
    await press();
    const { body, headers } = await manager.get(`${AT}/export`);
    expect([headers['cache-control'], body.includes("'=Sum")]).toEqual(['no-store', true]);
    expect((await check(body)).body).toContain(`${words.rows(8)} ${words.allSound}`);
  });

  it('is written out list by list where all lists are too long for one file, and no child is left out', async () => {
    const { press, manager } = await bringing(generated(501));
    await press();
    const page = await manager.get(AT);
    expect(page.body).toContain(words.exportMany);
    const links = [...page.body.matchAll(/href="([^"]*\/import\/export\/[^"]+)"/g)].map(([, href = '']) => href);
    const files = await Promise.all(links.map((href) => manager.get(new URL(href, 'http://a').pathname)));
    const rows = files.flatMap(({ body }) => body.trim().split('\r\n').slice(1));
    expect([new Set(rows).size, rows.length]).toEqual([501, 501]);
  });

  it('is not written out for a list that there is not (malformed)', async () => {
    const { manager } = await importer();
    expect((await manager.get(`${AT}/export/home-visiting/atlantis`)).status).toBe(404);
  });

  it('shows every page of its child, with what is known and without what is not', async () => {
    const { press, manager, stores, one } = await bringing(csv(header, one0('HOME_VISITING')));
    await press();
    const [part] = await stores.imports.partsOf(one.slice(AT.length + 1));
    const reference = part?.rows[0]?.reference ?? '';
    for (const at of [
      '',
      '/place',
      '/assessment',
      '/contact',
      '/safe-contact',
      '/responsibility',
      '/birth-date',
      '/no-email',
    ]) {
      const { status } = await manager.get(`/staff/records/${reference}${at}`);
      expect([at, status]).toEqual([at, 200]);
    }
    const record = await manager.get(`/staff/records/${reference}`);
    for (const said of ['Sam', 'Alex Example', 'A-101']) expect(record.body).toContain(said);
    expect((await manager.get('/staff/offers')).status).toBe(200);
    expect((await manager.get('/staff/assessments')).status).toBe(200);
  });

  it('may lack the column of the end, as files of before do', async () => {
    const { check } = await importer();
    const { body } = await check(csv(header.slice(0, -1), one.slice(0, -1)));
    expect(body).toContain(`${words.rows(1)} ${words.allSound}`);
  });

  it('names the row of a family whose support ended and whose day of that is missing', async () => {
    const { check } = await importer();
    expect((await check(csv(header, withCell(ended, 'closed_on', '')))).body).toContain(faultWords.MISSING);
    expect((await check(csv(header, withCell(one, 'closed_on', '2026-05-29')))).body).toContain(faultWords.NOT_CLOSED);
  });

  it('shows every page of a child whose support ended before, and writes them out for a manager alone', async () => {
    const { press, manager, stores, one: at } = await bringing(csv(header, ended));
    await press();
    const reference = (await stores.imports.partsOf(at.slice(AT.length + 1)))[0]?.rows[0]?.reference ?? '';
    for (const page of ['', '/contact', '/safe-contact', '/responsibility', '/birth-date', '/no-email', '/died']) {
      const { status } = await manager.get(`/staff/records/${reference}${page}`);
      expect([page, status]).toEqual([page, 200]);
    }
    const record = await manager.get(`/staff/records/${reference}`);
    expect(record.body).toContain('30 June 2025');
    expect((await manager.get(at)).body).toContain(words.endedList('Home visiting', 'Yeovil'));
    expect((await manager.get(AT)).body).toContain(`${at}/ended`);
    const { body } = await manager.get(`${at}/ended`);
    expect(body).toContain('A-077');
  });

  it('has its families invited to Stay and Play by one press after the release, and says by whom', async () => {
    const { press, manager, post, one: at, stores } = await bringing(csv(header, ended));
    await press();
    await post('sign', { compared: 'yes' });
    expect((await manager.get(at)).body).not.toContain(words.playButton(1));
    await post('release');
    expect((await manager.get(at)).body).toContain(words.playButton(1));
    expect((await post('play')).status).toBe(303);
    const { body } = await manager.get(at);
    expect([body.includes(words.playTitle), body.includes(words.playButton(1))]).toEqual([true, false]);
    const reference = (await stores.imports.partsOf(at.slice(AT.length + 1)))[0]?.rows[0]?.reference ?? '';
    expect((await stores.cases.readCase(reference))?.imported?.play).toBeDefined();
  });

  it('is not found under a name that it does not have (hostile)', async () => {
    const { manager } = await importer();
    for (const at of ['nothing', 'nothing/rows', '%2e%2e']) expect((await manager.get(`${AT}/${at}`)).status).toBe(404);
  });
});

function one0(pathway: string): readonly string[] {
  return withCell(one, 'pathway', pathway);
}
