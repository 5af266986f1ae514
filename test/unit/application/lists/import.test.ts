import { describe, expect, it } from 'vitest';
import { createMemoryStores, type StoresOfEveryone } from '#adapters/memory/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { claimChild } from '#application/intake/claim-child.ts';
import { balanceLists } from '#application/lists/balance-lists.ts';
import { lookAtLists } from '#application/lists/look-at-lists.ts';
import { readWholeList } from '#application/lists/read-list.ts';
import { LISTS } from '#application/lists/read-lists.ts';
import { isQuiet } from '#domain/case/imported.ts';
import { presentCells } from '#domain/lists/import/present-child.ts';
import { isWhole, reportLines, stageOf } from '#domain/lists/import/report.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testConfig } from '#test/http/service-config.ts';
import { testLog } from '../../../http/doubles.ts';
import { caseOnReceipt, storedReferral } from '../../../http/records.ts';
import { cellsOf, instance, kim, NOW, rowsOf } from './import-sample.ts';

const nothing = async () => undefined;
const unrecorded = { recordPutRight: nothing, recordEarlier: nothing };

async function listed({ indexes }: Stores) {
  const lists = await Promise.all(LISTS.map((list) => readWholeList(indexes, list, NO_ONE)));
  return lists.flat().map(({ row }) => row);
}

async function broughtIn(count: number) {
  const here = instance();
  const file = await here.bringIn(rowsOf(count), kim);
  return { ...here, file };
}

async function mustReport(here: ReturnType<typeof instance>, id: string) {
  const report = await here.readReport(id);
  if (!report) throw new Error('The file is there.');
  return report;
}

async function caseOf(stores: Stores, n = 0) {
  const [row] = (await listed(stores)).slice(n);
  const theCase = row && (await stores.cases.readCase(row.reference));
  if (!theCase) throw new Error('The imported child is on a list.');
  return theCase;
}

describe('a present list that is brought in', () => {
  it('goes in, is signed, released and exported, and the export gives an equal report in an empty instance', async () => {
    const first = await broughtIn(200);
    const report = await mustReport(first, first.file.id);
    expect(isWhole(reportLines(report.file.inFile, report.here), report.rows)).toBe(true);
    expect((await first.signImport(first.file.id, { compared: 'yes', reason: '' }, kim)).kind).toBe('DONE');
    const released = await first.releaseImport(first.file.id, kim);
    expect(released && stageOf(released)).toBe('RELEASED');
    const { children, leftOut } = await first.exportLists(kim);
    expect([children.length, leftOut]).toEqual([200, []]);
    const second = instance();
    const rows = children.map((child, n) => ({ row: n + 2, cells: presentCells(child) }));
    const file = await second.bringIn(rows, kim);
    const again = await mustReport(second, file.id);
    expect(isWhole(reportLines(file.inFile, again.here), again.rows)).toBe(true);
    expect(again.here).toEqual(report.here);
  }, 60_000);

  it('keeps the dates, the band and the sessions of each child, and the clock of the first referral', async () => {
    const here = instance();
    const cells = { ...cellsOf(1), pathway: 'HOME_VISITING', locality: 'Yeovil', band: '2', sessions_had: '4' };
    await here.bringIn([{ row: 2, cells: { ...cells, referred_on: '2026-01-12' } }], kim);
    const { list, imported, referralOn, listedAt, outcome } = await caseOf(here.stores);
    expect(list).toMatchObject({ acceptedOn: '2026-07-20', targetOn: '2027-01-20', listedOn: '2026-07-28', band: 2 });
    expect([list?.referredAt, referralOn]).toEqual(['2026-01-12T00:00:00.000Z', '2026-01-12']);
    expect([imported?.sessionsHad, listedAt, outcome]).toEqual([4, NOW, 'ACCEPT_INITIAL_ASSESSMENT']);
  });

  it('makes each child once, however often the file is brought in and by how many at once (twice)', async () => {
    const { stores, bringIn, file } = await broughtIn(120);
    await Promise.all([bringIn(rowsOf(120), kim), bringIn(rowsOf(120), kim)]);
    const rows = await listed(stores);
    expect([rows.length, new Set(rows.map(({ reference }) => reference)).size]).toEqual([120, 120]);
    expect((await stores.imports.imports()).map(({ id }) => id)).toEqual([file.id]);
  });

  it('goes on where it was cut off, after every write there is (crash)', async () => {
    for (let dies = 1; dies < 12; dies += 1) {
      const stores = createMemoryStores();
      let writes = 0;
      const dying = <Args extends unknown[], Result>(write: (...args: Args) => Promise<Result>) => {
        return async (...args: Args): Promise<Result> => {
          writes += 1;
          if (writes === dies) throw new Error('The function has died.');
          return write(...args);
        };
      };
      const cut: StoresOfEveryone = {
        ...stores,
        claims: { ...stores.claims, claim: dying(stores.claims.claim) },
        referrals: { ...stores.referrals, putReferral: dying(stores.referrals.putReferral) },
        cases: { ...stores.cases, createCase: dying(stores.cases.createCase) },
        imports: { ...stores.imports, keepPart: dying(stores.imports.keepPart) },
      };
      await instance(cut)
        .bringIn(rowsOf(3), kim)
        .catch(() => undefined);
      const after = instance(stores);
      const file = await after.bringIn(rowsOf(3), kim);
      const { rows, here } = await mustReport(after, file.id);
      expect([stageOf(file), rows.map(({ result }) => result), (await listed(stores)).length]).toEqual([
        'TO_SIGN',
        ['BROUGHT_IN', 'BROUGHT_IN', 'BROUGHT_IN'],
        3,
      ]);
      expect(isWhole(reportLines(file.inFile, here), rows)).toBe(true);
    }
  });

  it('stops in time and goes on with the next press', async () => {
    let ms = Date.parse(NOW);
    const slow = () => {
      ms += 40;
      return new Date(ms).toISOString();
    };
    const here = instance(createMemoryStores(), slow);
    const file = await here.bringIn(rowsOf(400), kim);
    expect(stageOf(file)).toBe('COMING_IN');
    let presses = 1;
    for (let now = file; stageOf(now) === 'COMING_IN'; presses += 1) now = await here.bringIn(rowsOf(400), kim);
    expect([presses < 10, (await listed(here.stores)).length]).toEqual([true, 400]);
  });

  it('leaves behind a child who has an open case, and names it (already here)', async () => {
    const here = instance();
    const { nhs_number: number, date_of_birth: dob } = cellsOf(1);
    const reference = caseOnReceipt().reference;
    await here.stores.referrals.putReferral(storedReferral({}));
    await here.stores.cases.createCase(caseOnReceipt());
    await claimChild({ ...here.deps, ...unrecorded })(reference, { nhsNumber: number, dob });
    const file = await here.bringIn(rowsOf(3), kim);
    const { rows } = await mustReport(here, file.id);
    expect(rows.filter(({ result }) => result !== 'BROUGHT_IN')).toEqual([{ row: 3, result: 'KNOWN_HERE', reference }]);
    expect((await listed(here.stores)).length).toBe(2);
  });

  it('holds the claim on its child, so that a later referral is found to be of the same one', async () => {
    const { deps, stores } = await broughtIn(2);
    const { nhs_number: nhsNumber, date_of_birth: dob } = cellsOf(1);
    const other = await claimChild({ ...deps, ...unrecorded })('LATER', { nhsNumber, dob });
    const found = other && (await stores.cases.readCase(other));
    expect(found ? found.imported : undefined).toBeDefined();
  });

  it('leaves behind rows of a corrected file that came in before, and brings in the others', async () => {
    const here = instance();
    const bad = rowsOf(3).map((row) => (row.row === 4 ? { ...row, cells: { ...row.cells, band: '7' } } : row));
    const file = await here.bringIn(bad, kim);
    expect((await mustReport(here, file.id)).rows.map(({ result }) => result)).toEqual([
      'BROUGHT_IN',
      'BROUGHT_IN',
      'BAD',
    ]);
    const next = await here.bringIn(rowsOf(3), kim);
    expect((await mustReport(here, next.id)).rows.map(({ result }) => result)).toEqual([
      'BEFORE',
      'BEFORE',
      'BROUGHT_IN',
    ]);
    expect((await listed(here.stores)).length).toBe(3);
  });

  it('balances: whoever came in has joined, and nothing is unexplained', async () => {
    const { stores } = await broughtIn(40);
    const after = () => '2026-09-24T23:30:00.000Z';
    const deps = { ...stores, now: after, policy: defaultPolicy, log: testLog() };
    expect(await balanceLists(deps)({})).toMatchObject({ unbalanced: 0 });
    const [night] = await stores.balances.nightsBefore('2026-09-26', 1);
    expect(night?.children).toBe(40);
  });
});

describe('a file that no one has released', () => {
  it('asks nothing and changes nothing on the daily look', async () => {
    const { stores } = await broughtIn(30);
    const now = () => '2027-09-24T09:00:00.000Z';
    const log = testLog();
    await lookAtLists({ ...stores, config: testConfig, policy: defaultPolicy, now, log })();
    const rows = await listed(stores);
    expect(rows.flatMap(({ prompts = [] }) => prompts)).toEqual([]);
    const todos = await Promise.all(rows.map(({ reference }) => stores.todos.todosOf(reference)));
    expect(todos.flat()).toEqual([]);
  });

  it('is not released before someone has signed for it', async () => {
    const { file, releaseImport, stores } = await broughtIn(3);
    const after = await releaseImport(file.id, kim);
    expect([after && stageOf(after), isQuiet(await caseOf(stores))]).toEqual(['TO_SIGN', true]);
  });

  it('is signed with a reason only, where a row was left behind', async () => {
    const here = instance();
    const rows = rowsOf(2).map((row) => (row.row === 3 ? { ...row, cells: { ...row.cells, band: '7' } } : row));
    const { id } = await here.bringIn(rows, kim);
    const bare = await here.signImport(id, { compared: 'yes', reason: '' }, kim);
    expect(bare).toMatchObject({ kind: 'INVALID', problems: [{ code: 'REASON_MISSING' }] });
    const said = await here.signImport(id, { compared: 'yes', reason: 'Row 3 is being corrected' }, kim);
    expect(said).toMatchObject({ kind: 'DONE', file: { signed: { by: kim, report: { leftBehind: 1 } } } });
  });

  it('keeps the report as it was signed, and the second signature changes nothing (twice)', async () => {
    const { file, signImport } = await broughtIn(4);
    const [one, two] = await Promise.all([
      signImport(file.id, { compared: 'yes', reason: '' }, kim),
      signImport(file.id, { compared: 'yes', reason: 'again' }, kim),
    ]);
    expect([one.kind, two.kind].sort()).toEqual(['DONE', 'SAME']);
  });
});

it('asks staff for each band that is empty once it is released, and once only', async () => {
  const { file, signImport, releaseImport, stores } = await broughtIn(8);
  await signImport(file.id, { compared: 'yes', reason: '' }, kim);
  await Promise.all([releaseImport(file.id, kim), releaseImport(file.id, kim)]);
  const rows = await listed(stores);
  const todos = await Promise.all(rows.map(({ reference }) => stores.todos.todosOf(reference)));
  expect(todos.flat().map(({ kind }) => kind)).toEqual(['CONFIRM_BAND', 'CONFIRM_BAND']);
  expect(rows.every(({ more }) => more?.quietSince === undefined)).toBe(true);
  expect(isQuiet(await caseOf(stores))).toBe(false);
});

/** A signed file of 60 rows, in an instance in which storing each case takes a second and every reading of one is counted. */
async function signedAndSlow() {
  const stores = createMemoryStores();
  let [at, reads] = [Date.parse(NOW), 0];
  const here = instance(stores, () => new Date(at).toISOString());
  const { id } = await here.bringIn(rowsOf(60), kim);
  await here.signImport(id, { compared: 'yes', reason: '' }, kim);
  const { readCase, saveCase } = stores.cases;
  Object.assign(stores.cases, {
    readCase: (reference: string) => {
      reads += 1;
      return readCase(reference);
    },
    saveCase: (...changed: Parameters<typeof saveCase>) => {
      at += 1000;
      return saveCase(...changed);
    },
  });
  return { id, stores, reads: () => reads, release: () => instance(stores, () => new Date(at).toISOString()) };
}

describe('a release that takes more than one press', () => {
  it('goes on behind the children who were released, and reads none of them again (half-finished)', async () => {
    const { id, stores, reads, release } = await signedAndSlow();
    let file = await release().releaseImport(id, kim);
    expect(file?.released?.upTo).toBeGreaterThan(0);
    for (let presses = 1; presses < 12 && file && stageOf(file) === 'COMING_OUT'; presses += 1)
      file = await release().releaseImport(id, kim);
    expect(file && stageOf(file)).toBe('RELEASED');
    expect((await listed(stores)).every(({ more }) => more?.quietSince === undefined)).toBe(true);
    // One for each child, and one more for each whose band someone has to confirm.
    expect(reads()).toBeLessThan(100);
  });

  it('releases some even where reading the file took all the time', async () => {
    const { id, stores, release } = await signedAndSlow();
    const { partsOf } = stores.imports;
    let at = Date.parse(NOW);
    const slow = {
      ...stores,
      imports: {
        ...stores.imports,
        partsOf: (of: string) => {
          at += 60_000;
          return partsOf(of);
        },
      },
    };
    await release().releaseImport(id, kim);
    const file = await instance(slow, () => new Date(at).toISOString()).releaseImport(id, kim);
    expect(file?.released?.upTo).toBeGreaterThan(10);
  });
});
