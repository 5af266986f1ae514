import { foldedMailbox } from '../values/mailbox.ts';
import type { Person } from './person.ts';
import type { Team, TeamEvent } from './team.ts';

/** What stands in place of the name of someone who left long ago. */
export const FORMER_NAME = 'A colleague who has left';

/** Someone whose name and mailboxes need not be kept any longer. */
export interface Former {
  readonly id: string;
  readonly name: string;
  /** Every one they ever had here and no one else has, in small letters. */
  readonly mailboxes: readonly string[];
}

/** Changes of a person that say a mailbox, or days on which they were away. */
const TELLING: ReadonlySet<string> = new Set([
  'JOINED',
  'MAILBOX_CHANGED',
  'LEAVE_CHANGED',
] satisfies TeamEvent['what'][]);

/** Everyone who left before this instant and whose name still stands here. Of whom no one knows when they left stays. */
export function formerPeople(team: Team, before: string): Former[] {
  const former = team.people.filter((person) => {
    const leftAt = team.history.findLast(({ what, person: id }) => what === 'LEFT' && id === person.id)?.at;
    return !person.isActive && leftAt !== undefined && leftAt < before && person.name !== FORMER_NAME;
  });
  const others = new Set(
    team.people.filter((one) => !former.includes(one)).map(({ mailbox }) => foldedMailbox(mailbox)),
  );
  return former.map((person) => ({
    ...{ id: person.id, name: person.name },
    mailboxes: mailboxesOf(person, team).filter((one) => one !== '' && !others.has(one)),
  }));
}

function mailboxesOf({ id, mailbox }: Person, { history }: Team): string[] {
  const changes = history.filter(
    ({ what, person }) => person === id && (what === 'JOINED' || what === 'MAILBOX_CHANGED'),
  );
  const all = [mailbox, ...changes.flatMap(({ from = '', to = '' }) => [from, to])];
  return [...new Set(all.map(foldedMailbox))];
}

/** The team without what tells who they were. Their ids stay, so that the history still says that it was a colleague. */
export function teamWithoutFormer(team: Team, former: readonly Former[]): Team {
  const isFormer = (id: string | undefined) => former.some((one) => one.id === id);
  const people = team.people.map((person) => {
    if (!isFormer(person.id)) return person;
    const { mailFailed: _about, ...rest } = person;
    return { ...rest, name: FORMER_NAME, mailbox: '', leave: [] };
  });
  const history = team.history.map((event) => {
    if (!isFormer(event.person) || !TELLING.has(event.what)) return event;
    const { from: _before, to: _after, ...rest } = event;
    return rest;
  });
  return { ...team, people, history };
}

/**
 * The same value without them: as whoever did something, as someone who was there, and wherever one of their mailboxes stands. A
 * name that someone typed in a sentence stays.
 */
export function withoutFormer(value: unknown, former: readonly Former[]): unknown {
  if (typeof value === 'string')
    return former.some(({ mailboxes }) => mailboxes.includes(foldedMailbox(value))) ? '' : value;
  if (Array.isArray(value)) return value.map((one) => withoutFormer(one, former));
  if (typeof value !== 'object' || value === null) return value;
  const of = Object.entries(value).map(([key, one]) => [
    key,
    key === 'present' ? present(one, former) : withoutFormer(one, former),
  ]);
  const plain = Object.fromEntries(of);
  return plain.kind === 'PERSON' && former.some(({ id }) => id === plain.id) ? { ...plain, name: FORMER_NAME } : plain;
}

/** Who was at a meeting, by the names that were typed. */
function present(names: unknown, former: readonly Former[]): unknown {
  if (!Array.isArray(names)) return withoutFormer(names, former);
  return names.map((name) => (former.some((one) => one.name === name) ? FORMER_NAME : name));
}
