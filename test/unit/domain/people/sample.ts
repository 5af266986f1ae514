import type { TeamChange } from '#domain/people/change.ts';
import type { Person } from '#domain/people/person.ts';
import type { Team } from '#domain/people/team.ts';

export const moment = { now: '2026-09-24T09:00:00.000Z', by: { kind: 'MACHINE' } } as const;

export const configured = {
  triagers: ['triage-1@example.org', 'triage-2@example.org'],
  serviceManager: 'manager@example.org',
  dutyMailbox: 'duty@example.org',
  advisoryTeacherMailbox: 'advisory@example.org',
};

/** A member of staff who decides, at a mailbox named after the id. */
export function aPerson(id: string, patch: Partial<Person> = {}): Person {
  return { id, name: id, mailbox: `${id}@example.org`, roles: ['TRIAGER'], leave: [], isActive: true, ...patch };
}

/** A record of these people. */
export function aTeam(...people: Person[]): Team {
  return { version: 1, people, history: [] };
}

/** The team after a change that is made; the reason as an error where it is refused. */
export function made(change: TeamChange): Team {
  if ('refused' in change) throw new Error(change.refused);
  return change;
}
