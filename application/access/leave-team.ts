import type { Case } from '#domain/case/case.ts';
import { taskKindSchema } from '#domain/case/codes.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { requestOf } from '#domain/notices/task-notices.ts';
import type { Actor } from '#domain/people/actor.ts';
import { left } from '#domain/people/change.ts';
import { personCode } from '#domain/people/code.ts';
import type { Indexes, ReferralStore, TeamStore } from '#domain/ports/stores.ts';
import { readCommand } from '../command.ts';
import type { DeliverDeps } from '../notices/deliver.ts';
import { readRecord } from '../read-record.ts';
import { askInTheirPlace } from '../triage/ask-in-their-place.ts';
import type { TeamResult } from './change-team.ts';
import { leaveSchema, teamFaults } from './team-command.ts';
import { writeTeam } from './write-team.ts';

interface LeaveDeps extends DeliverDeps {
  readonly team: TeamStore;
  readonly referrals: ReferralStore;
  readonly indexes: Pick<Indexes, 'work'>;
}

/** The queues of what members of staff are asked to decide. */
const QUEUES = ['TRIAGE', 'DUPLICATE', 'SUSPICIOUS'] as const;
/** More than a service ever has open; a task beyond it is opened to the team at its next reminder. */
const MOST = 1_000;

/**
 * A member of staff leaves: by one write of the team all their links and sessions end. Each open task that they were
 * asked about then opens to those who are here. Those without a notice of it get one, so every task has someone who
 * knows of it. What is cut off here is made good by the next reminder.
 */
export function leaveTeam(deps: LeaveDeps) {
  return async (typed: { readonly id: string }, by: Actor, seen?: number): Promise<TeamResult> => {
    const read = readCommand(leaveSchema, teamFaults, typed);
    if ('problems' in read) return read;
    const { id } = read.command;
    const team = await writeTeam(deps)((current) => left(current, { now: deps.now(), by }, id), seen);
    if ('refused' in team) return team;
    const queues = await Promise.all(QUEUES.map((queue) => deps.indexes.work(queue, MOST)));
    for (const { reference } of queues.flat()) await handOn(deps, reference, personCode({ id }));
    return team;
  };
}

async function handOn(deps: LeaveDeps, reference: string, leaver: string): Promise<void> {
  const { theCase, stored } = await readRecord(deps, reference);
  const request = requestTo(theCase);
  if (!request || !theCase.task?.recipients.includes(leaver)) return;
  await askInTheirPlace(deps, request, theCase, addresseesOf(stored.body));
}

/** The notice by which this task is asked of staff; undefined while none is open. */
function requestTo({ task }: Case): Parameters<typeof askInTheirPlace>[1] | undefined {
  const kind = taskKindSchema.safeParse(task?.kind).data;
  return task && kind && kind !== 'REFERRER' ? { kind: requestOf[kind], taskId: task.id } : undefined;
}
