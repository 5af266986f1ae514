import { expect, test } from 'vitest';
import { leaveChanged, left, mailboxChanged } from '#domain/people/change.ts';
import { personCode, personNamed } from '#domain/people/code.ts';
import { aPerson, aTeam, made, moment } from './sample.ts';

const team = aTeam(aPerson('a'), aPerson('b'));

test('a code names one person, wherever they stand in the team and whatever their mailbox', () => {
  const code = personCode(aPerson('a'));
  expect(code).toBe('PERSON:a');
  expect(personNamed(aTeam(aPerson('b'), aPerson('a')), code)?.id).toBe('a');
  expect(personNamed(made(mailboxChanged(team, moment, 'a', 'new@example.org')), code)?.mailbox).toBe(
    'new@example.org',
  );
});

test('a code names no one once its person has left (late), and a code of something else never does', () => {
  expect(personNamed(made(left(team, moment, 'a')), 'PERSON:a')).toBeUndefined();
  for (const other of ['DUTY', 'TRIAGER:0', 'PERSON:', 'a']) expect(personNamed(team, other)).toBeUndefined();
});

test('leave is kept whole, and one who is on leave is still named', () => {
  const leave = [{ from: '2026-12-24', to: '2027-01-03' }];
  expect(personNamed(made(leaveChanged(team, moment, 'a', leave)), 'PERSON:a')?.leave).toEqual(leave);
});
