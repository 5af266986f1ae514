import { expect, it } from 'vitest';
import { countPresent } from '#domain/lists/count-present.ts';
import { soundRow } from './present-sample.ts';

it('counts the sound rows by list, band and year of referral, and leaves the others out', () => {
  const changes = [
    { band: '' },
    { band: '2', referred_on: '12/01/2025' },
    { band: '2', referred_on: '2025-03-01' },
    { band: '2', locality: 'frome' },
    { band: '1' },
  ];
  const rows = changes.map((change, n) => ({ row: n + 2, cells: { ...soundRow, ...change } }));
  const list = { pathway: 'HOME_VISITING', locality: 'Taunton' };
  expect(countPresent(rows, [{ row: 5, column: 'own_reference', fault: 'MISSING' }])).toEqual([
    { ...list, band: 1, year: '2026', rows: 1 },
    { ...list, band: 2, year: '2025', rows: 2 },
    { ...list, band: null, year: '2026', rows: 1 },
  ]);
});
