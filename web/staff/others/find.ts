import { openWork, type StaffWorkDeps } from '#application/access/staff-work.ts';
import { isAsked } from '#domain/people/asked.ts';
import type { Person } from '#domain/people/person.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { taskTextsOf } from '../decide/task-texts.ts';

export interface OthersDeps extends StaffWorkDeps {
  readonly indexes: Pick<Indexes, 'work'>;
}

/** A task that is open and asked of a person. */
export interface OtherTask {
  readonly reference: string;
  readonly id: string;
  readonly title: string;
  readonly waitingSince: string;
}

const QUEUES = ['SUSPICIOUS', 'DUPLICATE', 'TRIAGE'] as const;
/** As many as one meeting decides; the oldest come first. */
const MOST = 50;

/** The open tasks that this person is asked to do, by queue, the longest waiting first. Each is read as it is now. */
export async function openTasksOf(deps: OthersDeps, person: Person): Promise<OtherTask[]> {
  const queues = await Promise.all(QUEUES.map((queue) => deps.indexes.work(queue, MOST)));
  const found = await Promise.all(queues.flat().map((row) => readTask(deps, person, row)));
  return found.flatMap((task) => task ?? []);
}

async function readTask(
  deps: OthersDeps,
  person: Person,
  { reference, taskId, waitingSince }: Awaited<ReturnType<Indexes['work']>>[number],
): Promise<OtherTask | undefined> {
  const work = taskId === undefined ? undefined : await openWork(deps, reference, taskId);
  if (work?.kind !== 'TASK' || !isAsked(work.task, person)) return undefined;
  const texts = taskTextsOf(work.task.kind);
  return (
    texts && { reference, id: work.id, title: texts.title(reference), waitingSince: waitingSince ?? work.task.openedAt }
  );
}
