import { describe, expect, it } from 'vitest';
import { presentCells, presentChild } from '#domain/lists/import/present-child.ts';
import type { PresentCells } from '#domain/lists/import/present-row.ts';
import { checksumOf, childSum, presentSums } from '#domain/lists/import/present-sums.ts';
import { canonicalJson, sha256 } from '#domain/values/hash.ts';
import { endedRow, soundRow } from './present-sample.ts';

const childOf = (change: Partial<PresentCells>) => {
  const child = presentChild({ ...soundRow, ...change });
  if (!child) throw new Error('The row is sound.');
  return child;
};

const sumOf = (change: Partial<PresentCells>) => childSum(childOf(change));

describe('the sums of a present list', () => {
  it('are by list, band and year of referral', () => {
    const children = [
      { band: '' },
      { band: '2', referred_on: '12/01/2025' },
      { band: '2', referred_on: '2025-03-01', own_reference: 'A-2' },
      { band: '1' },
    ].map(childOf);
    const list = { pathway: 'HOME_VISITING', locality: 'Taunton' };
    expect(presentSums(children.map(childSum))).toMatchObject([
      { ...list, band: 1, year: '2026', children: 1 },
      { ...list, band: 2, year: '2025', children: 2 },
      { ...list, band: null, year: '2026', children: 1 },
    ]);
  });

  it('are equal for the same children in another order, with dates and codes written another way', () => {
    const one = [{}, { own_reference: 'A-2', referred_on: '2026-01-12', pathway: 'HOME_VISITING' }].map(sumOf);
    const other = [{ own_reference: 'A-2', referred_on: '12/1/2026', pathway: 'home visiting' }, {}].map(sumOf);
    expect([presentSums(other), checksumOf(other)]).toEqual([presentSums(one), checksumOf(one)]);
  });

  it.each<Partial<PresentCells>>([
    { first_name: 'Samuel' },
    { date_of_birth: '2023-09-11' },
    { nhs_number: '' },
    { parent_phone: '01632 960 001' },
    { accepted_on: '2026-01-21' },
    { listed_on: '2026-03-03' },
    { sessions_had: '5' },
  ])('differ where one fact of one child does: %o', (change) => {
    const [sum] = presentSums([sumOf({})]);
    const [changed] = presentSums([sumOf(change)]);
    expect(changed?.children).toBe(sum?.children);
    expect(changed?.checksum).not.toBe(sum?.checksum);
  });
});

it('writes a child as a row that is the same child again', () => {
  const child = childOf({ band: '', sessions_had: '', referred_on: '12/1/2026', locality: 'taunton' });
  expect(presentChild(presentCells(child))).toEqual(child);
});

it('writes a child whose support has ended as a row that is the same child again', () => {
  const child = childOf({ ...endedRow, closed_on: '29/5/2026' });
  expect(presentCells(child)).toEqual(endedRow);
  expect(presentChild(presentCells(child))).toEqual(child);
});

it('keeps the checksum that a child who waits had before the column of the end was there', () => {
  const { closed_on: _later, ...before } = presentCells(childOf({}));
  expect(sumOf({}).hash).toBe(sha256(canonicalJson(before)));
});
