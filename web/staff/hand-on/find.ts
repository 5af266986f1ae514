import { isOpenRow, READ_QUEUES } from '#application/triage/queue-wish.ts';
import { minutedTask } from '#domain/case/minute.ts';
import { personCode } from '#domain/people/code.ts';
import { deciders, staffOn } from '#domain/people/on-duty.ts';
import { isOnLeave, type Person } from '#domain/people/person.ts';
import { personById, type Team } from '#domain/people/team.ts';
import { fallsTo, ROLE_QUEUES, todoQueue } from '#domain/people/todo.ts';
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

/** What is to be done beside the decisions and falls to this person, unless a colleague has taken it over. */
export async function openTodos(
  { indexes }: { readonly indexes: Pick<Indexes, 'work'> },
  team: Team,
  person: Person,
  now: string,
): Promise<WorkRow[]> {
  const staff = staffOn(team, londonDateOf(now));
  const queues = [todoQueue(personCode(person)), ...ROLE_QUEUES];
  const read = await Promise.all(queues.map((queue) => indexes.work(queue, MOST_OPEN)));
  return read.flat().filter((row) => {
    const holder = row.claimedBy === undefined ? undefined : personById(team, row.claimedBy);
    if (holder?.isActive) return holder.id === person.id;
    return row.for !== undefined && fallsTo({ for: row.for }, person, staff);
  });
}

/** Whether it is this person’s alone: asked of them, taken over by them, or the writing up of a task that they have claimed. */
export function isOwnTodo(
  { taskId = '', for: asked, claimedBy }: WorkRow,
  person: Person,
  claimed: readonly WorkRow[],
) {
  const minuted = minutedTask(taskId);
  if (minuted !== undefined && claimed.some((row) => row.taskId === minuted)) return true;
  return asked === personCode(person) || claimedBy === person.id;
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
