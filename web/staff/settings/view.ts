import { actorInWords } from '#domain/people/actor.ts';
import { mailFailsSince, type Person } from '#domain/people/person.ts';
import { personById, type Team, type TeamEvent } from '#domain/people/team.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { roleInWords } from '../../components/record/role-words.ts';
import { changeInWords, settingsWords } from './words.ts';

/** As many changes as the page shows, the newest first. */
const SHOWN = 30;

/** A member of the team as the settings show them. Leave that is over is left out. */
export function personView(person: Person, team: Team, today: string) {
  const { id, name, mailbox, roles, deputy } = person;
  return {
    ...{ id, name, mailbox },
    roles: roles.map((role) => roleInWords(role)).join(', ') || 'None',
    leave: person.leave.filter(({ to }) => to >= today).map(leaveInWords),
    mailFails: mailFailsInWords(person),
    deputy: deputy === undefined ? '' : (personById(team, deputy)?.name ?? ''),
  };
}

/** That emails to this person come back, and since when; undefined while they arrive. */
export function mailFailsInWords(person: Person): string | undefined {
  const since = mailFailsSince(person);
  return since === undefined ? undefined : settingsWords.mailFails(plainDate(londonDateOf(since)));
}

export function leaveInWords({ from, to }: Person['leave'][number]): string {
  return from === to ? plainDate(from) : `${plainDate(from)} to ${plainDate(to)}`;
}

/** The newest changes first, each with who made it. `since` leaves only those after that version. */
export function changesOf(team: Team, since = 0) {
  const newest = team.history.slice(-SHOWN).reverse();
  const shown = since === 0 ? newest : newest.slice(0, Math.max(0, team.version - since));
  return shown.map((event) => ({
    at: instantInWords(event.at),
    said: `${whoIn(event, team)}${changeInWords(event.what)}`,
    by: actorInWords(event.by),
  }));
}

function whoIn({ person }: TeamEvent, team: Team): string {
  if (person === undefined) return '';
  return `${personById(team, person)?.name ?? 'Someone'} `;
}
