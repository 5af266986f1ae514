import { isOpenRow, READ_QUEUES } from '#application/triage/queue-wish.ts';
import { deciders, staffOn } from '#domain/people/on-duty.ts';
import { isOnLeave, type Person } from '#domain/people/person.ts';
import { personById, type Team } from '#domain/people/team.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { WorkRow } from '#domain/process/rows.ts';
import { londonDateOf } from '#domain/values/dates.ts';

/** As many as one press hands over, so that it ends long before the page would. */
export const MOST_AT_ONCE = 200;

/** Every open task that staff are asked to decide, the first due first. */
export async function openTasks({ indexes }: { readonly indexes: Pick<Indexes, 'work'> }): Promise<WorkRow[]> {
  const read = await Promise.all(READ_QUEUES.map((queue) => indexes.work(queue, MOST_OPEN)));
  return read.flat().filter(isOpenRow);
}

/** Whose work can be handed over: everyone who may decide, and who has claimed a task; those on leave first. */
export function holders(team: Team, rows: readonly WorkRow[], now: string) {
  const claimants = rows.flatMap(({ claimedBy }) => (claimedBy && personById(team, claimedBy)) || []);
  const today = londonDateOf(now);
  return [...new Set([...deciders(staffOn(team, today)), ...claimants])]
    .map((person) => ({
      person,
      claimed: rows.filter(({ claimedBy }) => claimedBy === person.id).length,
      isAway: isOnLeave(person, today),
    }))
    .sort((one, other) => Number(other.isAway) - Number(one.isAway) || other.claimed - one.claimed);
}

/** Who may take it over: everyone else who is asked to decide and is at work today. */
export function takers(team: Team, from: string | undefined, now: string): Person[] {
  const today = londonDateOf(now);
  const asked = deciders(staffOn(team, today)).filter((person) => person.id !== from);
  const present = asked.filter((person) => !isOnLeave(person, today));
  return present.length > 0 ? present : asked;
}
