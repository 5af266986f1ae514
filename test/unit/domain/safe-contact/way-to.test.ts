import { expect, test } from 'vitest';
import { MACHINE } from '#domain/people/actor.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { at, familyOf, father, first, mother, said, withChannel } from './family.ts';

const channels = ['EMAIL', 'POST', 'TELEPHONE'] as const;
const ways = (place: number, facts: FamilyFacts) =>
  channels.map((channel) => {
    const way = wayTo(place, channel, facts);
    return 'address' in way ? way.address : way.forAPerson;
  });
const all = (why: string) => [why, why, why];

test('an adult of a family without a flag is reached by each channel that the referral gives', () => {
  expect(ways(0, familyOf([mother]))).toEqual([mother.email, mother.address, mother.phone]);
  expect(ways(0, familyOf([{}]))).toEqual(['NO_EMAIL', 'NO_ADDRESS', 'NO_PHONE']);
});

test('a letter goes to the home where the adult has no address of their own', () => {
  const facts = familyOf([father], {}, { home: { address: '2 Example Road' } });
  expect(wayTo(0, 'POST', facts)).toEqual({ address: '2 Example Road' });
});

test.each([
  ['a mark not to write', { doNotContact: true }, 'DO_NOT_WRITE', 'FLAGGED'],
  ['words about safe contact', { safeContact: 'By text' }, 'SAFE_WAYS_TO_READ', 'FLAGGED'],
  ['an address kept from someone', { addressKeptFrom: 'B. Father' }, 'FLAGGED', 'ADDRESS_KEPT_FROM_SOMEBODY'],
])('%s of one adult keeps everything from each', (_what, flag, hers, his) => {
  const facts = familyOf([
    { ...mother, ...flag },
    { ...father, address: '3 Example Road' },
  ]);
  expect([ways(0, facts), ways(1, facts)]).toEqual([all(hers), all(his)]);
});

test.each(channels)('what two people found safe for one adult opens that channel alone: %s', (channel) => {
  const facts = withChannel(familyOf([{ ...mother, doNotContact: true }, father]), 0, channel);
  const open = { EMAIL: mother.email, POST: mother.address, TELEPHONE: mother.phone }[channel];
  expect(ways(0, facts)).toEqual(channels.map((one) => (one === channel ? open : 'DO_NOT_WRITE')));
  expect(wayTo(1, channel, facts)).not.toHaveProperty('address');
});

const flagged = familyOf([{ ...mother, safeContact: 'By text' }, father]);

test.each([
  ['no one confirmed', { confirmed: null }],
  ['who recorded it confirmed too', { confirmed: { at, by: first } }],
  ['the service confirmed', { confirmed: { at, by: MACHINE } }],
  ['is over since yesterday', { untilOn: '2026-09-23' }],
  ['rests on other facts', { basis: 'x' }],
])('a channel that %s opens nothing', (_what, patch) => {
  expect(ways(0, withChannel(flagged, 0, 'EMAIL', patch))).toEqual(all('SAFE_WAYS_TO_READ'));
});

test('a channel is open on its last day, and none is where the day is not given', () => {
  const open = withChannel(flagged, 0, 'EMAIL', { untilOn: '2026-09-24' });
  expect(wayTo(0, 'EMAIL', open)).toEqual({ address: mother.email });
  const { today: _, ...dayless } = open;
  expect(wayTo(0, 'EMAIL', dayless)).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
});

test('a later record of the same adult replaces a confirmed channel before anyone has confirmed it', () => {
  const replaced = withChannel(withChannel(flagged, 0, 'EMAIL'), 0, 'TELEPHONE', { confirmed: null });
  expect(ways(0, replaced)).toEqual(all('SAFE_WAYS_TO_READ'));
});

test.each([
  ['a contact', { contacts: [{ place: 1, channel: 'EMAIL' as const, value: 'new@example.org', ...said }] }],
  ['the same contact again', { contacts: [{ place: 0, channel: 'EMAIL' as const, value: mother.email, ...said }] }],
  ['who has responsibility', { staffSaid: [{ place: 0, holds: 'YES' as const, mayEmail: true, ...said }] }],
  ['who may be told', { mayHear: [{ agreed: [], told: [{ place: 0 }], ...said }] }],
  ['that staff stopped and allowed emails', { emailSaidAt: at }],
  [
    'a flag of the other adult',
    { family: { parents: [{ ...mother, safeContact: 'By text' }, { doNotContact: true }] } },
  ],
  ['another referral', { sameChild: ['R2'], others: [{ family: { parents: [] } }] }],
])('a confirmed channel is void once %s is new', (_what, change) => {
  const open = withChannel(flagged, 0, 'EMAIL');
  expect(wayTo(0, 'EMAIL', open)).toEqual({ address: mother.email });
  expect(wayTo(0, 'EMAIL', { ...open, ...change })).toEqual({ forAPerson: 'SAFE_WAYS_TO_READ' });
});

test('staff who stop emails to the family stop a confirmed one too, and no letter that is confirmed after', () => {
  const stopped = familyOf([mother], { noFamilyEmail: said, familyEmailSaidAt: at });
  expect(ways(0, withChannel(stopped, 0, 'EMAIL'))).toEqual(['STAFF_SAID_NO', 'FLAGGED', 'FLAGGED']);
  expect(wayTo(0, 'POST', withChannel(stopped, 0, 'POST'))).toEqual({ address: mother.address });
});

test.each([
  ['a mark not to write', { family: { parents: [{ doNotContact: true }] } }],
  ['an address kept from someone', { family: { parents: [{ addressKeptFrom: 'him' }] } }],
  ['emails that staff stopped', { family: { parents: [] }, staffSaidNo: true }],
  [
    'a parent of whom staff said no',
    { family: { parents: [] }, staffSaid: [{ place: 0, holds: 'NO' as const, mayEmail: false, ...said }] },
  ],
])('%s in a joined referral holds for this one', (_what, other) => {
  const facts = familyOf([mother], {}, { sameChild: ['R2'], others: [other] });
  expect(ways(0, facts)).toEqual(all('FLAGGED'));
  expect(wayTo(0, 'EMAIL', withChannel(facts, 0, 'EMAIL'))).toEqual({ address: mother.email });
});

test.each([
  ['IMMEDIATE_RISK', { immediateRisk: true }],
  ['LOOKED_AFTER', { socialCare: { status: 'LOOKED_AFTER' } }],
  ['PROTECTION_PLAN', { socialCare: { status: 'CHILD_PROTECTION_PLAN' } }],
])('%s in this or a joined referral opens no channel, not even a confirmed one', (why, marks) => {
  const own = familyOf([mother], {}, marks);
  const joined = familyOf([mother], {}, { sameChild: ['R2'], others: [{ family: { parents: [] }, ...marks }] });
  expect([ways(0, withChannel(own, 0, 'POST')), ways(0, withChannel(joined, 0, 'POST'))]).toEqual([all(why), all(why)]);
});

test('a joined referral that could not be read counts as unsafe, with a confirmed channel too', () => {
  const facts = familyOf([mother], {}, { sameChild: ['R2'] });
  expect(ways(0, withChannel(facts, 0, 'EMAIL'))).toEqual(all('JOINED_UNREAD'));
});

test('of a looked-after child a letter waits for the same record as an email', () => {
  const cleared = {
    staffSaid: [{ place: 0, holds: 'YES' as const, mayEmail: false, ...said }],
    mayHear: [{ agreed: [{ name: 'C. Council', role: 'Social worker' }], told: [{ place: 0 }], ...said }],
  };
  const facts = familyOf([mother], {}, { socialCare: { status: 'LOOKED_AFTER' }, ...cleared });
  expect(ways(0, facts)).toEqual(['STAFF_SAID_NO', mother.address, mother.phone]);
});

test('what staff recorded of a contact stands, and the old one is given to no one', () => {
  const moved = (value: string) => familyOf([mother], { contacts: [{ place: 0, channel: 'POST', value, ...said }] });
  expect(wayTo(0, 'POST', moved('9 New Road'))).toEqual({ address: '9 New Road' });
  expect(wayTo(0, 'POST', moved(''))).toEqual({ forAPerson: 'NO_ADDRESS' });
});

test.each([
  ['a later referral', '2026-09-25T09:00:00.000Z', { forAPerson: 'CONTACT_CHANGED' }],
  ['an earlier referral', '2026-09-23T09:00:00.000Z', { address: mother.email }],
  ['a referral of an unknown day', undefined, { forAPerson: 'CONTACT_CHANGED' }],
])('%s of the same child that gives another contact of the same adult', (_what, receivedAt, way) => {
  const other = { family: { parents: [{ name: 'a mother', email: 'new@example.org' }] } };
  const others = [{ ...other, ...(receivedAt !== undefined && { receivedAt }) }];
  expect(wayTo(0, 'EMAIL', familyOf([mother], {}, { sameChild: ['R2'], others }))).toEqual(way);
});

test('a mailbox shared with someone unsafe is used only where it was found safe for each of them', () => {
  const shared = familyOf([mother, { ...father, email: 'Mother@example.org', doNotContact: true }]);
  const hers = withChannel(shared, 0, 'EMAIL');
  expect(wayTo(0, 'EMAIL', hers)).toEqual({ forAPerson: 'MAILBOX_SHARED' });
  expect(wayTo(0, 'EMAIL', withChannel(hers, 1, 'EMAIL'))).toEqual({ address: mother.email });
});
