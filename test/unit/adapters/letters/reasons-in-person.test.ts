import { expect, test } from 'vitest';
import type { Addressees } from '#domain/notices/addressees.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { whyInPerson } from '#web/staff/todo/words.ts';
import { factsFor, listed, referral } from '../../application/notices/sample.ts';
import { render } from './every-email.ts';

const mother = { name: 'A. Mother', email: 'mother@example.org' };
const father = { name: 'A. Father', email: 'father@example.org' };
type Parent = Addressees['family']['parents'][number];

const of = (parent: Parent, other: Parent = father, more: Partial<Addressees> = {}): Addressees => ({
  ...referral,
  family: { parents: [parent, other] },
  ...more,
});

const said = { at: '2026-09-24T10:00:00.000Z', by: MACHINE, reason: 'The order' };

/** A family for each reason why the service does not email its first parent. */
const families: readonly (readonly [string, Addressees])[] = [
  ['LOOKED_AFTER', of(mother, father, { socialCare: { status: 'LOOKED_AFTER' } })],
  ['IMMEDIATE_RISK', of(mother, father, { immediateRisk: true })],
  ['NO_AGREEMENT', of(mother, father, { consent: { parentAgreesToReferral: false } })],
  ['STAFF_SAID_NO', of(mother, father, { staffSaidNo: true })],
  ['DO_NOT_WRITE', of({ ...mother, doNotContact: true })],
  ['NO_PARENTAL_RESPONSIBILITY', of({ ...mother, parentalResponsibility: false })],
  ['SAFE_WAYS_TO_READ', of({ ...mother, safeContact: 'By text' })],
  ['ADDRESS_KEPT_FROM_SOMEBODY', of(mother, { ...father, addressKeptFrom: 'A. Mother' })],
  ['MAILBOX_SHARED', of(mother, { ...father, email: mother.email, doNotContact: true })],
  ['OTHER_FORMAT', of(mother, father, { communication: { format: 'EASY_READ' } })],
  ['NO_EMAIL', of({})],
  ['PROTECTION_PLAN', of(mother, father, { socialCare: { status: 'CHILD_PROTECTION_PLAN' } })],
  ['NOT_TO_BE_TOLD', of(mother, father, { mayHear: [{ agreed: [], told: [{ place: 1 }], ...said }] })],
  [
    'CONTACT_CHANGED',
    of(mother, father, { others: [{ family: { parents: [{ ...mother, email: 'new@example.org' }] } }] }),
  ],
  ['FLAGGED', of(mother, { ...father, safeContact: 'By text' })],
  ['JOINED_UNREAD', of(mother, father, { sameChild: ['23456789CDF'] })],
];

const emailed = (why: string) =>
  render(
    'TEAM_TELL_IN_PERSON',
    factsFor('TEAM_TELL_IN_PERSON', listed('INITIAL_ASSESSMENT'), { tellInPerson: [{ place: 0, why }] }),
  ).text.replace(/\s+/g, ' ');

test.each(families)(
  'that %s keeps an email back is said in the email and on its page, in the same words',
  (why, family) => {
    expect(wayTo(0, 'EMAIL', family)).toEqual({ forAPerson: why });
    const words = whyInPerson(why);
    expect(words).not.toBe(whyInPerson('ANY_OTHER'));
    expect(emailed(why)).toContain(words);
  },
);

test('no two reasons have the same words, and each email names one alone', () => {
  const words = families.map(([why]) => whyInPerson(why));
  expect(new Set(words).size).toBe(words.length);
  for (const [why] of families) {
    expect(words.filter((said) => emailed(why).includes(said))).toEqual([whyInPerson(why)]);
  }
});

test('a reason of a later release is said to be one, and nothing untrue', () => {
  expect(emailed('OF_A_LATER_RELEASE')).toContain(whyInPerson('OF_A_LATER_RELEASE'));
});
