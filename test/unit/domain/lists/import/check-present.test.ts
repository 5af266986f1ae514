import { describe, expect, it } from 'vitest';
import { checkPresent } from '#domain/lists/import/check-present.ts';
import type { PresentCells } from '#domain/lists/import/present-row.ts';
import { endedRow, soundRow } from './present-sample.ts';

const TODAY = '2026-11-30';
const check = (...changes: readonly Partial<PresentCells>[]) =>
  checkPresent(
    changes.map((change, n) => ({ row: n + 2, cells: { ...soundRow, ...change } })),
    TODAY,
  );

describe('a row of a present list', () => {
  it.each<Partial<PresentCells>>([
    {},
    { nhs_number: '', band: '', sessions_had: '', parent_email: '', parent_phone: '01632 960 001' },
    { date_of_birth: '10/09/2023', referred_on: '1/1/2026', listed_on: '30/11/2026' },
    { nhs_number: '943 476 5919', locality: 'taunton', pathway: 'Home visiting' },
    { accepted_on: '2026-01-12', listed_on: '2026-01-12' },
    endedRow,
    { ...endedRow, pathway: 'closed stay and play', sessions_had: '' },
    { ...endedRow, pathway: 'CLOSED_PORTAGE_GROUP', closed_on: '20/01/2026' },
  ])('is sound: %o', (change) => {
    expect(check(change)).toEqual([]);
  });

  it.each<[Partial<PresentCells>, string, string]>([
    [{ own_reference: '' }, 'own_reference', 'MISSING'],
    [{ first_name: 'x'.repeat(101) }, 'first_name', 'TEXT'],
    [{ last_name: 'Exa\u0000mple' }, 'last_name', 'TEXT'],
    [{ date_of_birth: '2023-02-30' }, 'date_of_birth', 'DATE'],
    [{ date_of_birth: '31/06/2023' }, 'date_of_birth', 'DATE'],
    [{ date_of_birth: '45178' }, 'date_of_birth', 'DATE'],
    [{ listed_on: '2026-12-01' }, 'listed_on', 'FUTURE'],
    [{ date_of_birth: '2026-01-13' }, 'referred_on', 'BEFORE_BIRTH'],
    [{ accepted_on: '2026-01-11' }, 'accepted_on', 'BEFORE_REFERRAL'],
    [{ listed_on: '2026-01-11' }, 'listed_on', 'BEFORE_REFERRAL'],
    [{ nhs_number: '9434765918' }, 'nhs_number', 'NHS_NUMBER'],
    [{ nhs_number: '9.43E+09' }, 'nhs_number', 'NHS_NUMBER'],
    [{ nhs_number: '9999999999' }, 'nhs_number', 'NHS_PLACEHOLDER'],
    [{ parent_email: 'alex at example' }, 'parent_email', 'EMAIL'],
    [{ parent_email: '' }, 'parent_phone', 'CONTACT'],
    [{ locality: 'London' }, 'locality', 'LOCALITY'],
    [{ pathway: 'CINEMA' }, 'pathway', 'PATHWAY'],
    [{ band: '4' }, 'band', 'BAND'],
    [{ listed_on: '' }, 'listed_on', 'MISSING'],
    [{ closed_on: '2026-05-29' }, 'closed_on', 'NOT_CLOSED'],
    [{ ...endedRow, closed_on: '' }, 'closed_on', 'MISSING'],
    [{ ...endedRow, closed_on: '2026-12-01' }, 'closed_on', 'FUTURE'],
    [{ ...endedRow, closed_on: '2026-01-19' }, 'closed_on', 'BEFORE_ACCEPTANCE'],
    [{ ...endedRow, listed_on: '2026-03-02' }, 'listed_on', 'CLOSED'],
    [{ ...endedRow, band: '1' }, 'band', 'CLOSED'],
    [{ ...endedRow, pathway: 'CLOSED' }, 'pathway', 'PATHWAY'],
    [{ sessions_had: '-1' }, 'sessions_had', 'SESSIONS'],
    [{ sessions_had: '1.5' }, 'sessions_had', 'SESSIONS'],
  ])('%o is named by its number, its column and what is wrong (malformed)', (change, column, fault) => {
    expect(check({ own_reference: 'B', nhs_number: '', first_name: 'Kim' }, change)).toEqual([
      { row: 3, column, fault },
    ]);
  });

  it.each<[Partial<PresentCells>, string]>([
    [{ own_reference: 'a-1', nhs_number: '', first_name: 'Kim' }, 'own_reference'],
    [{ own_reference: 'B', nhs_number: '943 476 5919', first_name: 'Kim' }, 'nhs_number'],
    [{ own_reference: 'B', nhs_number: '', first_name: 'SAM', date_of_birth: '10/09/2023' }, 'first_name'],
  ])('%o is the child of an earlier row (twice)', (change, column) => {
    expect(check({}, change)).toEqual([{ row: 3, column, fault: 'TWICE', as: 2 }]);
  });

  it('is another child with another first name: twins share the rest', () => {
    expect(check({}, { own_reference: 'A-2', nhs_number: '', first_name: 'Robin' })).toEqual([]);
  });
});
