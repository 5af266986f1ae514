import { describe, expect, it } from 'vitest';
import { claimChild } from '#application/intake/claim-child.ts';
import { balanceLists } from '#application/lists/balance-lists.ts';
import { importId } from '#application/lists/import/bring-in.ts';
import { readCohort } from '#application/starting-school/read-cohort.ts';
import { mayReopen } from '#domain/case/reopen.ts';
import { familyIsOwed } from '#domain/case/tell-family.ts';
import { presentCells } from '#domain/lists/import/present-child.ts';
import type { PresentCells } from '#domain/lists/import/present-row.ts';
import { isWhole, reportLines } from '#domain/lists/import/report.ts';
import { canonicalJson, keyedHash } from '#domain/values/hash.ts';
import { testConfig } from '#test/http/service-config.ts';
import { testLog } from '../../../http/doubles.ts';
import { endedRow, soundRow } from '../../domain/lists/import/present-sample.ts';
import { instance, kim, NOW, rowsOf } from './import-sample.ts';

const nothing = async () => undefined;
const unrecorded = { recordPutRight: nothing, recordEarlier: nothing };
const withNumber = { ...endedRow, nhs_number: '9434765870' };
const HAD = ['HOME_VISITING', 'PORTAGE_GROUP', 'LITTLE_TREASURES', 'STAY_AND_PLAY'];

/** Families whose support had ended, one for each row, in an instance with nothing else in it. */
async function former(...changes: readonly Partial<PresentCells>[]) {
  const here = instance();
  const rows = changes.map((change, n) => ({
    row: n + 2,
    cells: { ...endedRow, own_reference: `F-${n}`, first_name: `First${n}`, ...change },
  }));
  const { id } = await here.bringIn(rows, kim);
  const report = await here.readReport(id);
  const references = report?.rows.map(({ reference = '' }) => reference) ?? [];
  const cases = await Promise.all(references.map((one) => here.stores.cases.readCase(one)));
  const cohort = (year: number) => readCohort({ ...here.deps, config: testConfig })(year);
  const release = async () => {
    await here.signImport(id, { compared: 'yes', reason: '' }, kim);
    await here.releaseImport(id, kim);
  };
  return { ...here, id, report, references, cases: cases.flatMap((one) => one ?? []), cohort, release };
}

describe('a family whose support ended before the service began', () => {
  it('has a closed case on no list, with the dates of the file, and its report reconciles', async () => {
    const { report, cases, stores } = await former({});
    expect(report && isWhole(reportLines(report.file.inFile, report.here), report.rows)).toBe(true);
    expect(cases[0]).toMatchObject({
      ...{ status: 'CLOSED', next: 'DONE', list: null, task: null, outbox: [], referralOn: '2026-01-12' },
      imported: { ended: { on: '2026-05-29', had: 'HOME_VISITING', acceptedOn: '2026-01-20' }, sessionsHad: 18 },
    });
    expect(await stores.indexes.listCount('HOME_VISITING', 'Taunton')).toBe(0);
  });

  it('is owed no news of an end, and cannot be opened again without a referral', async () => {
    const [theCase] = (await former({})).cases;
    if (!theCase) throw new Error('The case is there.');
    expect([familyIsOwed(theCase), mayReopen(theCase)]).toEqual([false, false]);
  });

  it('balances: no child is on a list, and none is missing from one', async () => {
    const { deps } = await former({}, {});
    const after = { ...deps, now: () => '2026-09-24T23:30:00.000Z', log: testLog() };
    expect(await balanceLists(after)({})).toMatchObject({ unbalanced: 0 });
    expect((await deps.balances.nightsBefore('2026-09-26', 1))[0]?.children).toBe(0);
  });

  it('is in the cohort by what the child had, once a person has released the file', async () => {
    const { cohort, release } = await former(...HAD.map((had) => ({ pathway: `CLOSED_${had}` })));
    const year = 2028;
    const before = await cohort(year);
    expect(before.children.map(({ place }) => place.why)).toEqual(HAD.map(() => 'NOT_RELEASED'));
    await release();
    const places = (await cohort(year)).children.map(({ place }) => `${place.is} ${place.why}`);
    expect(places.toSorted()).toEqual([
      'IN HAD_HOME_VISITING',
      'IN HAD_PORTAGE_GROUP',
      'REVIEW HAD_LITTLE_TREASURES',
      'REVIEW HAD_STAY_AND_PLAY',
    ]);
  });

  it('leaves the child free to be referred again', async () => {
    const { deps } = await former(withNumber);
    const child = { nhsNumber: withNumber.nhs_number, dob: withNumber.date_of_birth };
    expect(await claimChild({ ...deps, ...unrecorded })('LATER', child)).toBeUndefined();
  });

  it('stays as it is where the child has an open case by now, and the row is named (already here)', async () => {
    const here = instance();
    await here.bringIn(
      [{ row: 2, cells: { ...soundRow, own_reference: 'L-1', nhs_number: withNumber.nhs_number } }],
      kim,
    );
    const { id } = await here.bringIn([{ row: 2, cells: withNumber }], kim);
    expect((await here.readReport(id))?.rows.map(({ result }) => result)).toEqual(['KNOWN_HERE']);
  });

  it('comes in once, however often the file is brought in (twice)', async () => {
    const { bringIn, references, readReport } = await former(withNumber);
    const rows = [{ last_name: 'Corrected' }, { own_reference: 'Another' }].map((change) => ({
      ...withNumber,
      ...change,
    }));
    const results = rows.map(async (cells) => (await readReport((await bringIn([{ row: 2, cells }], kim)).id))?.rows);
    expect((await Promise.all(results)).flat()).toEqual([
      { row: 2, result: 'BEFORE', reference: references[0] },
      { row: 2, result: 'KNOWN_HERE', reference: references[0] },
    ]);
  });
});

it('is written out from its file, and brought in elsewhere gives an equal report', async () => {
  const first = await former(...HAD.map((had) => ({ pathway: `CLOSED_${had}` })));
  const { children = [] } = (await first.exportEnded(first.id, kim)) ?? {};
  const second = instance();
  const file = await second.bringIn(
    children.map((child, n) => ({ row: n + 2, cells: presentCells(child) })),
    kim,
  );
  expect((await second.readReport(file.id))?.here).toEqual(first.report?.here);
  expect((await first.exportLists(kim)).children).toEqual([]);
  expect(await first.exportEnded('nothing', kim)).toBeUndefined();
});

it('is left out of the file where the family has a note about safe contact', async () => {
  const { cases, stores, id, exportEnded } = await former({});
  const [theCase] = cases;
  if (!theCase) throw new Error('The case is there.');
  const noFamilyEmail = { at: NOW, by: kim, reason: 'Someone else reads it' };
  await stores.cases.saveCase({ ...theCase, noFamilyEmail, version: theCase.version + 1 });
  expect(await exportEnded(id, kim)).toEqual({ children: [], leftOut: [theCase.reference] });
});

it('keeps the name of a file that was brought in before the column of the end was there', async () => {
  const rows = rowsOf(2);
  const before = rows.map(({ row, cells: { closed_on: _later, ...cells } }) => ({ row, cells }));
  const key = 'a-key';
  const name = await importId({ claimKey: async () => key })(rows);
  expect(name).toBe(keyedHash(key, `import-file|${canonicalJson(before)}`).slice(0, 16));
});
