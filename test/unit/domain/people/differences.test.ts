import { expect, test } from 'vitest';
import { joined, left, mailboxChanged, rolesChanged } from '#domain/people/change.ts';
import { mailboxesChanged } from '#domain/people/change-mailboxes.ts';
import { differences } from '#domain/people/differences.ts';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { configured, made, moment } from './sample.ts';

const seeded = seededTeam(configured);
const newcomer = { id: 'n1', name: 'Nat', mailbox: 'nat@example.org', roles: ['TRIAGER'] } as const;

test('a team that no one has changed agrees with its configuration', () => {
  expect(differences(seeded, configured)).toEqual([]);
});

test('a colleague who left or joined since is said to whoever deploys, by name and id and never by address', () => {
  const without = made(left(seeded, moment, seededId('triage-2@example.org')));
  expect(differences(made(joined(without, moment, newcomer)), configured)).toEqual([
    `The configuration names triage-2 (${seededId('triage-2@example.org')}) as a triager; the team record does not. The record counts.`,
    'The team record has Nat (n1) as a triager; the configuration does not. The record counts.',
  ]);
});

test('a role that only the configuration gives is said, and a mailbox in other letters is none', () => {
  const id = seededId('manager@example.org');
  const team = made(rolesChanged(seeded, moment, id, ['TRIAGER', 'SERVICE_MANAGER']));
  const config = { ...configured, triagers: ['Triage-1@example.org', 'triage-2@example.org'] };
  expect(differences(team, config)).toEqual([
    `The team record has manager (${id}) as a triager; the configuration does not. The record counts.`,
  ]);
});

test('a mailbox that changed is said once, without either address', () => {
  const id = seededId('manager@example.org');
  const team = made(mailboxChanged(seeded, moment, id, 'boss@example.org'));
  expect(differences(team, configured)).toEqual([
    `The configuration has another mailbox than the team record for manager (${id}) as the service manager. The record counts.`,
  ]);
});

test('a mailbox of a team that the record has otherwise is said, without its address', () => {
  const set = { duty: 'night-duty@example.org', advisoryTeachers: 'Advisory@example.org' };
  expect(differences(made(mailboxesChanged(seeded, moment, set)), configured)).toEqual([
    'The configuration has another mailbox of the duty team. The record counts.',
  ]);
});
