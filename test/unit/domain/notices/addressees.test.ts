import { expect, test } from 'vitest';
import { type Addressees, addresseesOf, addressOf } from '#domain/notices/addressees.ts';
import { noticesOwed } from '#domain/notices/plan.ts';
import { caseWith, config, manager, referral, staff, team, triager2 } from '../../application/notices/sample.ts';

const mailboxes = { config, team };
const mother = { name: 'A. Mother', email: 'mother@example.org' };
const father = { name: 'A. Father', email: 'father@example.org' };

function addressesOfParents(
  parents: Addressees['family']['parents'],
  communication: Addressees['communication'] = {},
): string[] {
  return parents.map((_, i) => {
    const to = addressOf(`FAMILY:${i}`, { ...referral, family: { parents }, communication }, mailboxes);
    return 'address' in to ? to.address : 'forAPerson' in to ? to.forAPerson : to.left;
  });
}

test('a team is written to where the service manager has set it', () => {
  const set = { duty: 'night-duty@example.org', advisoryTeachers: 'teachers@example.org' };
  const now = { config, team: { ...team, mailboxes: set } };
  expect(['DUTY', 'ADVISORY'].map((part) => addressOf(part, referral, now))).toEqual([
    { address: set.duty },
    { address: set.advisoryTeachers },
  ]);
});

test('every part played in a case has its mailbox', () => {
  const parts = ['REFERRER', 'REFERRER_TEAM', triager2, manager, 'DUTY', 'ADVISORY', 'FAMILY:0'];
  expect(parts.map((part) => addressOf(part, referral, mailboxes))).toEqual([
    { address: 'referrer@example.org' },
    { address: 'team@example.org' },
    { address: 'triage-2@example.org' },
    { address: 'manager@example.org' },
    { address: 'duty@example.org' },
    { address: 'advisory@example.org' },
    { address: 'mother@example.org' },
  ]);
});

test.each([
  ['with a name before it', 'A. Referrer <referrer@example.org>', 'referrer@example.org'],
  ['with a stop after it', 'referrer@example.org;', 'referrer@example.org'],
  ['with a curly apostrophe', 'o\u2019brien@example.org', "o'brien@example.org"],
  ['with blanks and a mark of direction', ' \u200Ereferrer@example.org ', 'referrer@example.org'],
])('an address is stored as it was sent, %s, and notices go to the address alone', (_, sent, address) => {
  const body = { referrer: { email: sent, teamEmail: sent }, family: { parents: [{ email: sent }] } };
  const addressees = addresseesOf(body);
  expect(['REFERRER', 'REFERRER_TEAM', 'FAMILY:0'].map((to) => addressOf(to, addressees, mailboxes))).toEqual([
    { address },
    { address },
    { address },
  ]);
});

test('hostile: a mailbox shared with an unsafe parent is found behind a name and brackets', () => {
  const parents = [{ email: 'home@example.org' }, { email: 'Dad <HOME@example.org>', doNotContact: true }];
  const addressees = addresseesOf({ referrer: {}, family: { parents } });
  expect(addressOf('FAMILY:0', addressees, mailboxes)).toEqual({ forAPerson: 'MAILBOX_SHARED' });
});

test('a part that no one plays (any more) is for a person (late)', () => {
  expect(addressOf('FAMILY:3', referral, mailboxes)).toEqual({ forAPerson: 'DO_NOT_WRITE' });
  expect(addressOf('NOBODY', referral, mailboxes)).toEqual({ forAPerson: 'NO_EMAIL' });
});

test('a parent marked "do not write or email" is never written to, nor is the other before two people found it safe', () => {
  expect(addressesOfParents([{ ...mother, doNotContact: true }, father])).toEqual(['DO_NOT_WRITE', 'FLAGGED']);
});

test('a child under a protection plan: no parent is written to before a person has found out who decides', () => {
  const body = { referrer: {}, family: { parents: [mother] }, socialCare: { status: 'CHILD_PROTECTION_PLAN' } };
  expect(addressOf('FAMILY:0', addresseesOf(body), mailboxes)).toEqual({ forAPerson: 'PROTECTION_PLAN' });
});

test.each([
  ['marked as without parental responsibility', { parentalResponsibility: false }, 'NO_PARENTAL_RESPONSIBILITY'],
  ['of whom that cannot be read (malformed)', { parentalResponsibility: 'no' }, 'NO_PARENTAL_RESPONSIBILITY'],
])('no email goes to a parent %s, and the other is written to', (_, marks, forAPerson) => {
  const addressees = addresseesOf({ referrer: {}, family: { parents: [{ ...father, ...marks }, mother] } });
  expect([0, 1].map((i) => addressOf(`FAMILY:${i}`, addressees, mailboxes))).toEqual([
    { forAPerson },
    { address: 'mother@example.org' },
  ]);
});

test.each([true, undefined])('parental responsibility of %j keeps no letter back', (parentalResponsibility) => {
  const addressees = addresseesOf({ referrer: {}, family: { parents: [{ ...mother, parentalResponsibility }] } });
  expect(addressOf('FAMILY:0', addressees, mailboxes)).toEqual({ address: 'mother@example.org' });
});

test.each(['LOOKED_AFTER', 7, { is: 'unclear' }, 'A_LATER_STATUS'])(
  'a child whom the council looks after (%j): no parent is written to before a person has found out who decides',
  (status) => {
    const body = { referrer: {}, family: { parents: [mother, father] }, socialCare: { status } };
    const addressees = addresseesOf(body);
    expect([0, 1].map((i) => addressOf(`FAMILY:${i}`, addressees, mailboxes))).toEqual([
      { forAPerson: 'LOOKED_AFTER' },
      { forAPerson: 'LOOKED_AFTER' },
    ]);
  },
);

test.each(['NONE', 'EARLY_HELP', 'CHILD_IN_NEED', 'PREVIOUSLY_LOOKED_AFTER', undefined])(
  'a status of %j alone keeps no letter back',
  (status) => {
    const addressees = addresseesOf({ referrer: {}, family: { parents: [mother] }, socialCare: { status } });
    expect(addressOf('FAMILY:0', addressees, mailboxes)).toEqual({ address: 'mother@example.org' });
  },
);

test('a parent without an email is for a person', () => {
  expect(addressesOfParents([{}])).toEqual(['NO_EMAIL']);
});

test('words about safe contact are read by a person before anyone writes', () => {
  expect(addressesOfParents([{ ...mother, safeContact: 'By text, before noon' }])).toEqual(['SAFE_WAYS_TO_READ']);
});

test('an address kept from someone: each adult is told by a person, who knows from whom', () => {
  const kept = { ...mother, addressKeptFrom: 'A. Father' };
  expect(addressesOfParents([kept, father])).toEqual(['FLAGGED', 'ADDRESS_KEPT_FROM_SOMEBODY']);
});

test('a mailbox shared with a parent who must not be written to is not written to either', () => {
  const shared = { ...father, email: 'Mother@Example.org', doNotContact: true };
  expect(addressesOfParents([mother, shared])).toEqual(['MAILBOX_SHARED', 'DO_NOT_WRITE']);
});

test('a family that reads another format gets it from a person', () => {
  expect(addressesOfParents([mother], { format: 'EASY_READ' })).toEqual(['OTHER_FORMAT']);
  expect(addressesOfParents([mother], { format: 'STANDARD' })).toEqual(['mother@example.org']);
});

test('the addressees of a stored referral that is not valid are still found (malformed)', () => {
  const body = { referrer: { email: 'referrer@example.org', name: 7 }, family: { parents: [{ email: 'nonsense' }] } };
  expect(addresseesOf(body)).toEqual({
    referrer: { email: 'referrer@example.org' },
    family: { parents: [{}] },
  });
});

test('a mark of unsafe contact that cannot be read counts as set (malformed)', () => {
  const parents = [{ email: 'mother@example.org', doNotContact: 'yes' }];
  expect(addressOf('FAMILY:0', addresseesOf({ family: { parents } }), mailboxes)).toEqual({
    forAPerson: 'DO_NOT_WRITE',
  });
});

test.each([null, 'text', 7, [], {}])('a body that is no referral at all, %j, has no addressees (malformed)', (body) => {
  const owed = noticesOwed('RECEIVED', caseWith({}), addresseesOf(body), staff);
  expect(owed.map(({ to }) => addressOf(to, addresseesOf(body), mailboxes))).toEqual([{ forAPerson: 'NO_EMAIL' }]);
});

test('what goes to the referrer goes to whoever took the case over, and the team mailbox stays', () => {
  const colleague = { name: 'B. Colleague', role: 'GP', email: 'colleague@example.org' };
  const times = { askedAt: '2026-09-24T09:00:00.000Z', expiresAt: '2026-10-22T09:00:00.000Z' };
  const handedTo = { ...colleague, id: 'H1', from: 'referrer@example.org', at: times.askedAt };
  const handOver = { ...colleague, email: 'third@example.org', id: 'H2', by: 'colleague@example.org', ...times };
  const theCase = caseWith({ handedTo, handOver });
  const parts = ['REFERRER', 'REFERRER_TEAM', 'EARLIER_REFERRER', 'COLLEAGUE'];
  expect(parts.map((part) => addressOf(part, referral, mailboxes, theCase))).toEqual([
    { address: 'colleague@example.org' },
    { address: 'team@example.org' },
    { address: 'referrer@example.org' },
    { address: 'third@example.org' },
  ]);
  expect(addressOf('COLLEAGUE', referral, mailboxes, caseWith({}))).toEqual({ forAPerson: 'NO_EMAIL' });
});

test('to a parent without parental responsibility who must not be written to no one writes, nor to the other', () => {
  const unsafe = { ...father, parentalResponsibility: false, doNotContact: true };
  expect(addressesOfParents([unsafe, mother])).toEqual(['DO_NOT_WRITE', 'FLAGGED']);
});
