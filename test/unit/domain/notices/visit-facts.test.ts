import { expect, test } from 'vitest';
import { visitFacts } from '#domain/notices/visit-facts.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { listed, referral } from '../../application/notices/sample.ts';

const at = '2026-09-25T09:00:00.000Z';
const visit = { n: 1, on: '2026-10-06', at: '10:00', person: 'kim', by: MACHINE, bookedAt: at };
const theCase = { ...listed('INITIAL_ASSESSMENT'), assessment: { bookings: 1, missed: [], visit } };
const said = { on: '6 October 2026', at: '10am', isAtHome: true };

test.each([
  ['an ordinary family', {}, said],
  ['a family with words about safe contact', { safeContact: 'In the morning' }, null],
  ['a family whose address is kept from someone', { addressKeptFrom: 'The father' }, null],
])('%s: the time of a visit is an address', (_, adult, visitSaid) => {
  const family = { parents: [{ name: 'A. Mother', email: 'mother@example.org', ...adult }] };
  expect(visitFacts(theCase, { ...referral, family }).visit).toEqual(visitSaid);
});

test('a place that people typed is in no email', () => {
  const elsewhere = { ...visit, where: 'Family hub' };
  const facts = visitFacts({ ...theCase, assessment: { ...theCase.assessment, visit: elsewhere } }, referral);
  expect(facts.visit).toEqual({ ...said, isAtHome: false });
});
