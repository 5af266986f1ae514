import { describe, expect, it } from 'vitest';
import { planFor } from '#domain/safe-contact/plan-for.ts';
import { familyOf, father, mother, said } from './family.ts';

const home = { home: { address: mother.address } };
/** Two adults at the one address of the child. */
const together = familyOf([mother, father], {}, home);

describe('the plan of a child', () => {
  it('is printed whole for each adult of a family in one home without a flag', () => {
    expect([planFor(0, together), planFor(1, together)]).toEqual([
      { hasPlaces: true, isTyped: true },
      { hasPlaces: true, isTyped: true },
    ]);
  });

  it('says no place on either sheet where one adult lives elsewhere', () => {
    const apart = familyOf([mother, { ...father, address: '2 Other Street, Frome BA11 9ZZ' }], {}, home);
    expect([planFor(0, apart), planFor(1, apart)]).toEqual([
      { hasPlaces: false, isTyped: false },
      { hasPlaces: false, isTyped: false },
    ]);
  });

  it.each([
    ['an address is kept from someone', { addressKeptFrom: 'The father' }],
    ['there are words about safe contact', { safeContact: 'Only by day' }],
  ])('says no place and is read by a person first where %s', (_what, flag) => {
    expect(planFor(0, familyOf([{ ...mother, ...flag }], {}, home))).toEqual({ hasPlaces: false, isTyped: false });
  });

  it('is printed for no one who must not be contacted, and for the other parent without places', () => {
    const facts = familyOf([mother, { ...father, doNotContact: true }], {}, home);
    expect([planFor(0, facts), planFor(1, facts)]).toEqual([
      { hasPlaces: false, isTyped: false },
      { whyNot: 'DO_NOT_WRITE' },
    ]);
  });

  it('is printed for no one whom staff left out of those who may be told', () => {
    const told = [{ place: 0 }];
    const facts = familyOf([mother, father], { mayHear: [{ ...said, told, agreed: told }] }, home);
    expect('whyNot' in planFor(1, facts)).toBe(true);
    expect('whyNot' in planFor(0, facts)).toBe(false);
  });

  it('is printed for no parent of a looked-after child while no one recorded who decides', () => {
    const facts = familyOf([mother], {}, { ...home, socialCare: { status: 'LOOKED_AFTER' } });
    expect(planFor(0, facts)).toEqual({ whyNot: 'LOOKED_AFTER' });
  });
});
