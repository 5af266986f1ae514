import { expect, test } from 'vitest';
import { personActor } from '#domain/people/actor.ts';
import * as change from '#domain/people/change.ts';
import { seededTeam } from '#domain/people/seed.ts';
import { personById, personByMailbox } from '#domain/people/team.ts';
import { aPerson, aTeam, configured, made, moment } from './sample.ts';

const manager = personActor('m1', 'Sam Manager', 'Service manager');
const newcomer = { id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] } as const;

test('the first change begins the record with the configured people, and says so', () => {
  const team = made(change.joined(seededTeam(configured), { ...moment, by: manager }, newcomer));
  expect(team.version).toBe(1);
  expect(team.people.map(({ mailbox }) => mailbox)).toEqual([
    'triage-1@example.org',
    'triage-2@example.org',
    'manager@example.org',
    'nat@example.org',
  ]);
  expect(team.history).toEqual([
    { at: moment.now, by: { kind: 'MACHINE' }, what: 'SEEDED' },
    { at: moment.now, by: manager, what: 'JOINED', person: 'n1', to: 'nat@example.org' },
  ]);
});

test('each later change is one version and one event, with who made it and when', () => {
  const before = aTeam(aPerson('a'), aPerson('b'));
  const later = { now: '2026-10-01T09:00:00.000Z', by: manager };
  const after = made(change.mailboxChanged(before, later, 'a', 'new@example.org'));
  expect(after.version).toBe(2);
  expect(after.history).toEqual([
    { at: later.now, by: manager, what: 'MAILBOX_CHANGED', person: 'a', from: 'a@example.org', to: 'new@example.org' },
  ]);
});

test('whoever has left is kept by id, and has no mailbox here any more', () => {
  const after = made(change.left(aTeam(aPerson('a'), aPerson('b')), moment, 'a'));
  expect(personById(after, 'a')?.isActive).toBe(false);
  expect(personByMailbox(after, 'a@example.org')).toBeUndefined();
});

test('whoever comes back joins as a new person; their old id is not given again', () => {
  const gone = made(change.left(aTeam(aPerson('a'), aPerson('b')), moment, 'a'));
  const back = { id: 'a2', name: 'a', mailbox: 'a@example.org', roles: ['TRIAGER'] } as const;
  expect(personByMailbox(made(change.joined(gone, moment, back)), 'a@example.org')?.id).toBe('a2');
  expect(change.joined(gone, moment, { ...back, id: 'a' })).toEqual({ refused: 'ID_TAKEN' });
});

test.each([
  [
    'a mailbox that a colleague has, in other letters (twice)',
    change.mailboxChanged(aTeam(aPerson('a'), aPerson('b')), moment, 'a', 'B@Example.org'),
    'MAILBOX_TAKEN',
  ],
  [
    'joining at a mailbox that a colleague has (twice)',
    change.joined(aTeam(aPerson('a')), moment, { ...newcomer, mailbox: 'A@example.org' }),
    'MAILBOX_TAKEN',
  ],
  ['a person whom nobody knows (malformed)', change.left(aTeam(aPerson('a')), moment, 'z'), 'UNKNOWN_PERSON'],
  [
    'a person who has left already (twice)',
    change.left(aTeam(aPerson('a'), aPerson('b', { isActive: false })), moment, 'b'),
    'UNKNOWN_PERSON',
  ],
  [
    'the last one who may decide leaving',
    change.left(aTeam(aPerson('a'), aPerson('b', { roles: ['ADMINISTRATOR'] })), moment, 'a'),
    'LAST_TO_DECIDE',
  ],
  [
    'the last one who may decide losing that role',
    change.rolesChanged(aTeam(aPerson('a')), moment, 'a', ['AUDITOR']),
    'LAST_TO_DECIDE',
  ],
  ['being one’s own deputy (malformed)', change.deputyChanged(aTeam(aPerson('a')), moment, 'a', 'a'), 'OWN_DEPUTY'],
  [
    'a deputy who has left (late)',
    change.deputyChanged(aTeam(aPerson('a'), aPerson('b', { isActive: false })), moment, 'a', 'b'),
    'UNKNOWN_PERSON',
  ],
])('%s is refused', (_what, result, refused) => {
  expect(result).toEqual({ refused });
});

test('the last triager may leave while a service manager can decide', () => {
  const team = aTeam(aPerson('a'), aPerson('m', { roles: ['SERVICE_MANAGER'] }));
  expect(made(change.left(team, moment, 'a')).version).toBe(2);
});
