import { expect, test } from 'vitest';
import { emailsStopped } from '#domain/case/corrected.ts';
import type { MayHear, ParentSaid } from '#domain/case/corrected-shape.ts';
import { type Addressees, addressOf } from '#domain/notices/addressees.ts';
import { personActor } from '#domain/people/actor.ts';
import { familyFacts } from '#domain/safe-contact/family-facts.ts';
import { caseWith, config, referral, team } from '../../application/notices/sample.ts';

const mother = { name: 'A. Mother', email: 'mother@example.org' };
const father = { name: 'A. Father', email: 'father@example.org', parentalResponsibility: false };
const at = '2026-09-24T10:00:00.000Z';
const by = personActor('pat', 'Pat', 'Manager');

const said = (place: number, holds: 'YES' | 'NO' | 'NOT_KNOWN', mayEmail: boolean): ParentSaid => ({
  ...{ place, holds, mayEmail, at, by, reason: 'The order' },
});

const places = (all: readonly number[]) => all.map((place) => ({ place }));
const hears = (agreed: readonly number[], told: readonly number[]): MayHear => ({
  ...{ agreed: places(agreed), told: places(told), at, by, reason: 'The order' },
});

/** Where both parents are written to once staff have said this. */
function reached(
  responsibility: readonly ParentSaid[],
  more: Partial<Addressees> = {},
  mayHear?: readonly MayHear[],
): string[] {
  const sent = { ...referral, family: { parents: [mother, father] }, ...more };
  const known = familyFacts(
    sent,
    caseWith({ responsibility: [...responsibility], ...(mayHear && { mayHear: [...mayHear] }) }),
  );
  return [0, 1].map((place) => {
    const to = addressOf(`FAMILY:${place}`, known, { config, team });
    return 'address' in to ? to.address : 'forAPerson' in to ? to.forAPerson : to.left;
  });
}

const NO_RESPONSIBILITY = 'STAFF_SAID_NO_RESPONSIBILITY';

test.each([
  ['nothing', [], ['mother@example.org', 'NO_PARENTAL_RESPONSIBILITY']],
  ['that he has it and may be emailed', [said(1, 'YES', true)], ['mother@example.org', 'father@example.org']],
  ['that he has it and may not', [said(1, 'YES', false)], ['mother@example.org', 'STAFF_SAID_NO']],
  ['that she has none', [said(0, 'NO', true)], [NO_RESPONSIBILITY, 'NO_PARENTAL_RESPONSIBILITY']],
  ['that no one knows of her', [said(0, 'NOT_KNOWN', true)], [NO_RESPONSIBILITY, 'NO_PARENTAL_RESPONSIBILITY']],
  [
    'first no, then yes',
    [said(0, 'NO', false), said(0, 'YES', true)],
    ['mother@example.org', 'NO_PARENTAL_RESPONSIBILITY'],
  ],
  ['first yes, then no', [said(1, 'YES', true), said(1, 'NO', false)], ['mother@example.org', NO_RESPONSIBILITY]],
] as const)('after staff said %s, emails go as they said last', (_what, responsibility, expected) => {
  expect(reached(responsibility)).toEqual(expected);
});

test('of a child whom the council looks after, only a parent is emailed of whom staff said that they may be', () => {
  const socialCare = { status: 'LOOKED_AFTER' };
  expect(reached([], { socialCare })).toEqual(['LOOKED_AFTER', 'LOOKED_AFTER']);
  const all = [said(0, 'YES', true), said(1, 'NO', true)];
  expect(reached(all, { socialCare }, [hears([0], [0])])).toEqual(['mother@example.org', 'LOOKED_AFTER']);
  expect(reached([said(0, 'YES', false)], { socialCare }, [hears([0], [0])])).toEqual([
    'STAFF_SAID_NO',
    'LOOKED_AFTER',
  ]);
});

test.each([
  ['who has responsibility', [], [hears([0], [0])]],
  ['who agreed and who may be told', [said(0, 'YES', true)], undefined],
  ['who agreed', [said(0, 'YES', true)], [hears([], [0])]],
  ['that she may be told', [said(0, 'YES', true)], [hears([0], [])]],
  ['that she may be told, last', [said(0, 'YES', true)], [hears([0], [0]), hears([0], [1])]],
] as const)('of such a child no parent is written to before a person has recorded %s', (_what, saids, mayHear) => {
  for (const status of ['LOOKED_AFTER', 'CHILD_PROTECTION_PLAN']) {
    const [first] = reached(saids, { socialCare: { status } }, mayHear);
    expect(first).toBe(status === 'LOOKED_AFTER' ? status : 'PROTECTION_PLAN');
  }
});

test('who agreed may be someone whom the referral does not name', () => {
  const council = { ...hears([], [0]), agreed: [{ name: 'C. Worker', role: 'Social worker' }] };
  expect(reached([said(0, 'YES', true)], { socialCare: { status: 'LOOKED_AFTER' } }, [council])[0]).toBe(
    'mother@example.org',
  );
});

test('once it is recorded who may be told, no one else of any family is written to', () => {
  expect(reached([said(1, 'YES', true)], {}, [hears([0], [1])])).toEqual(['NOT_TO_BE_TOLD', 'father@example.org']);
});

test.each([
  ['do not write', { family: { parents: [{ ...mother, doNotContact: true }, father] } }, 'DO_NOT_WRITE'],
  ['a safe way to read', { family: { parents: [{ ...mother, safeContact: 'Text' }, father] } }, 'SAFE_WAYS_TO_READ'],
  ['no agreement', { consent: { parentAgreesToReferral: false } }, 'NO_AGREEMENT'],
  ['immediate risk', { immediateRisk: true }, 'IMMEDIATE_RISK'],
  ['a later stop of all emails', { staffSaidNo: true }, 'STAFF_SAID_NO'],
])('that she has it lifts no other reason: %s', (_why, more, expected) => {
  expect(reached([said(0, 'YES', true)], more)[0]).toBe(expected);
});

test('the service knows that it does not write to everyone once staff said so of one parent', () => {
  expect(emailsStopped({})).toBe(false);
  expect(emailsStopped({ responsibility: [said(0, 'YES', true)] })).toBe(false);
  expect(emailsStopped({ responsibility: [said(0, 'YES', true), said(1, 'NO', true)] })).toBe(true);
  expect(emailsStopped({ responsibility: [said(1, 'NO', true), said(1, 'YES', true)] })).toBe(false);
  expect(emailsStopped({ noFamilyEmail: { at, by, reason: 'Unsafe' } })).toBe(true);
});
