import { type Actor, actorCode, MACHINE } from '../people/actor.ts';
import type { Meeting } from '../people/meetings.ts';
import { FromALaterRelease } from '../problems/errors.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { isReference } from '../values/reference.ts';
import { isForPeople } from './asked-why.ts';
import type { Case, Task } from './case.ts';
import { applyChange, moveByAfterWait } from './change.ts';
import { askedAmong, askedTask } from './claim-task.ts';
import { type TaskKind, taskKindSchema } from './codes.ts';
import { waitDays, waitEndsAt, waitOf } from './waiting.ts';

/** What it takes to open a task or give it a new token. */
export interface Opening {
  readonly kind: TaskKind;
  readonly token: string;
  readonly recipients: readonly string[];
  /** The calendar of the team. */
  readonly meetings?: readonly Meeting[] | undefined;
  /** For whom a new task is claimed: who asked the referrer, or who covers for them today. */
  readonly returnsTo?: Actor | undefined;
}

/** Where a case is, to people, while this kind of task is open. */
const waiting = {
  TRIAGE: 'IN_TRIAGE',
  DUPLICATE: 'HELD_AS_DUPLICATE',
  SUSPICIOUS: 'HELD_FOR_A_PERSON',
  REFERRER: 'AWAITING_REFERRER',
} as const satisfies Record<TaskKind, Case['status']>;

const taskId = (reference: string, n: number) => `${reference}-T${n}`;

/** The reference of the case to which a task of this id belongs; undefined for what cannot be the id of a task. */
export function referenceOfTask(id: string): string | undefined {
  const [, reference = ''] = /^(\w+)-T\d+$/.exec(id) ?? [];
  return isReference(reference) ? reference : undefined;
}

/** Whether this is the task that the case opens next: people are asked before it is stored as open. */
export function isStillToOpen(theCase: Case, id: string): boolean {
  return id === taskId(theCase.reference, theCase.tasks + 1);
}

/**
 * The case with this task open under this token. A task that is already open keeps its id, its links and its decision.
 * The token is new, because another execution waits. The recipients are those of today, because reminders go to them.
 * Throws `FromALaterRelease` where a task is open of a kind that only a later release knows.
 */
export function taskOpened(theCase: Case, moment: Moment, opening: Opening, policy: Policy): Case {
  // What people do there, and may have decided, is not this release's to close.
  if (theCase.task && !taskKindSchema.safeParse(theCase.task.kind).success) {
    throw new FromALaterRelease('A task of a kind that this release does not know is open.');
  }
  const open = theCase.task?.kind === opening.kind ? theCase.task : undefined;
  const round = open?.round ?? 0;
  const wait = waitOf(theCase, open, opening.kind, moment.now, policy, opening.meetings);
  const tasks = open ? theCase.tasks : theCase.tasks + 1;
  const by = open ? undefined : opening.returnsTo;
  const task: Task = {
    ...(open ? askedTask(open, opening.recipients) : { id: taskId(theCase.reference, tasks), openedAt: moment.now }),
    kind: opening.kind,
    recipients: open ? askedAmong(open, opening.recipients) : [...opening.recipients],
    round,
    ...wait,
    ...(open && open.dueAt !== wait.dueAt ? { firstDueAt: taskDueAt(open) } : {}),
    token: opening.token,
    ...(by ? { claim: { by, at: moment.now } } : {}),
  };
  const triageSince = theCase.triageSince ?? (opening.kind === 'TRIAGE' ? moment.now : undefined);
  const teamAskedAt = theCase.teamAskedAt ?? (opening.kind === 'REFERRER' ? undefined : moment.now);
  const patch = {
    ...(triageSince && { triageSince }),
    ...(teamAskedAt && { teamAskedAt }),
    task,
    tasks,
    status: waiting[opening.kind],
    moveBy: moveByAfterWait(wait.dueAt),
    outbox: [],
  };
  if (open) return applyChange(theCase, moment, patch);
  const opened = { event: 'TRIAGE_OPENED', by: MACHINE, kind: opening.kind } as const;
  const claimed = by && ({ event: 'TASK_CLAIMED', by: MACHINE, task: task.id, for: actorCode(by) } as const);
  return applyChange(theCase, moment, patch, opened, ...(claimed ? [claimed] : []));
}

/** By when a task is to be decided: the end of its first wait, however often people were reminded since. */
export function taskDueAt({ firstDueAt, dueAt }: Pick<Task, 'firstDueAt' | 'dueAt'>): string {
  return firstDueAt ?? dueAt;
}

/** The reminder from which on the service manager is asked too. */
const ESCALATION = 2;

/** Whether this reminder also goes to the service manager. */
export function escalates(kind: Task['kind'], round: number): boolean {
  return kind !== 'REFERRER' && round >= ESCALATION;
}

/** The case one reminder further, or undefined when there has been the last one. */
export function reminded(theCase: Case, moment: Moment, policy: Policy): Case | undefined {
  const task = theCase.task;
  if (!task) return theCase;
  const round = task.round + 1;
  if (round >= waitDays(task.kind, policy).length) return undefined;
  const dueAt = waitEndsAt(theCase, task.kind, round, moment.now, policy);
  const escalated = escalates(task.kind, round) ? { escalatedAt: theCase.escalatedAt ?? moment.now } : {};
  return applyChange(
    theCase,
    moment,
    { task: { ...task, round, dueAt, firstDueAt: taskDueAt(task) }, moveBy: moveByAfterWait(dueAt), ...escalated },
    { event: 'REMINDER_DUE', by: MACHINE, kind: task.kind, round },
  );
}

/** The case when a referrer has not answered in time. People or the rules continue without the answer. */
export function notAnswered(theCase: Case, moment: Moment): Case {
  const toPeople = isForPeople(theCase);
  const silent: Partial<Case> = {
    ...{ task: null, referrerWasSilent: true, askedAgain: 'NOT_ANSWERED', outbox: [] },
    ...(theCase.ask ? { ask: { ...theCase.ask, notAnsweredAt: moment.now } } : {}),
  };
  return applyChange(
    theCase,
    moment,
    toPeople
      ? { ...silent, status: 'IN_TRIAGE', next: 'TRIAGE', outcome: null }
      : { ...silent, status: 'RECEIVED', next: 'CHECK' },
    { event: 'REFERRER_DID_NOT_ANSWER', by: MACHINE, why: theCase.ask?.why ?? 'NOT_ASKED' },
  );
}
