import { expect, test } from 'vitest';
import { seededId, seededTeam } from '#domain/people/seed.ts';
import { peopleWith, personById, personByMailbox } from '#domain/people/team.ts';
import { configured } from './sample.ts';

test('the configured triagers and the service manager are people with their roles', () => {
  expect(seededTeam(configured).people.map(({ mailbox, roles }) => [mailbox, roles])).toEqual([
    ['triage-1@example.org', ['TRIAGER']],
    ['triage-2@example.org', ['TRIAGER']],
    ['manager@example.org', ['SERVICE_MANAGER']],
  ]);
});

test('a configured person is shown by what stands before the @, never by an address', () => {
  expect(seededTeam(configured).people.map(({ name }) => name)).toEqual(['triage-1', 'triage-2', 'manager']);
});

test('a configured mailbox has the same id each time, whatever its case and place', () => {
  const swapped = { ...configured, triagers: ['Triage-2@Example.org', 'triage-1@example.org'] };
  const idsOf = (mailboxes: readonly string[]) => mailboxes.map((mailbox) => seededId(mailbox));
  expect(seededTeam(swapped).people.map(({ id }) => id)).toEqual(
    idsOf(['triage-2@example.org', 'triage-1@example.org', 'manager@example.org']),
  );
  expect(seededId('triage-1@example.org')).toBe('ca741c52fbc2');
});

test('one mailbox in several places and cases is one person with all their roles (twice)', () => {
  const config = { triagers: ['a@example.org', 'A@example.org', 'b@example.org'], serviceManager: 'B@Example.org' };
  expect(seededTeam(config).people.map(({ mailbox, roles }) => [mailbox, roles])).toEqual([
    ['a@example.org', ['TRIAGER']],
    ['b@example.org', ['TRIAGER', 'SERVICE_MANAGER']],
  ]);
});

test('people are found by id, by mailbox without case, and by role', () => {
  const team = seededTeam(configured);
  const first = personById(team, seededId('triage-1@example.org'));
  expect(first?.mailbox).toBe('triage-1@example.org');
  expect(personByMailbox(team, 'TRIAGE-1@example.org')).toEqual(first);
  expect(personByMailbox(team, 'stranger@example.org')).toBeUndefined();
  expect(peopleWith(team, 'SERVICE_MANAGER').map(({ mailbox }) => mailbox)).toEqual(['manager@example.org']);
});
