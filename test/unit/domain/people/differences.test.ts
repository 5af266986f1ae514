import { expect, test } from 'vitest';
import { joined, left, mailboxChanged, rolesChanged } from '#domain/people/change.ts';
import { differences } from '#domain/people/differences.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { configured, made, moment } from './sample.ts';

const seeded = seededTeam(configured);
const newcomer = { id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] } as const;

test('a team that no one has changed agrees with its configuration', () => {
  expect(differences(seeded, configured)).toEqual([]);
});

test('a colleague who left or joined since is said to whoever deploys', () => {
  const without = made(left(seeded, moment, seededId('triage-2@example.org')));
  expect(differences(made(joined(without, moment, newcomer)), configured)).toEqual([
    'The configuration names triage-2@example.org as a triager; the team record does not. The record counts.',
    'The team record has nat@example.org as a triager; the configuration does not. The record counts.',
  ]);
});

test('a role that only the configuration gives is said, and a mailbox in other letters is none', () => {
  const id = seededId('manager@example.org');
  const team = made(rolesChanged(seeded, moment, id, ['TRIAGER', 'SERVICE_MANAGER']));
  const config = { ...configured, triagers: ['Triage-1@example.org', 'triage-2@example.org'] };
  expect(differences(team, config)).toEqual([
    'The team record has manager@example.org as a triager; the configuration does not. The record counts.',
  ]);
});

test('a mailbox that changed shows from both sides', () => {
  const team = made(mailboxChanged(seeded, moment, seededId('manager@example.org'), 'boss@example.org'));
  expect(differences(team, configured)).toEqual([
    'The configuration names manager@example.org as the service manager; the team record does not. The record counts.',
    'The team record has boss@example.org as the service manager; the configuration does not. The record counts.',
  ]);
});
