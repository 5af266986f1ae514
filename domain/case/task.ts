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
import type { NewEvent } from './event.ts';
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

/** The reminder from which on the service manager was asked before a task said so itself. */
const ESCALATION = 2;

type Reminded = Pick<Task, 'kind' | 'round' | 'managerAt' | 'operatorAt'>;

/** Whether this reminder also goes to the service manager. */
export function escalates({ kind, round, managerAt = ESCALATION }: Reminded): boolean {
  return kind !== 'REFERRER' && round >= managerAt;
}

/** Whether it is the first that does. */
export function escalatesFirst(task: Reminded): boolean {
  return escalates(task) && !escalates({ ...task, round: task.round - 1 });
}

/** Whether the operator is told with this reminder: once a task, and only that no one decides. */
export function tellsOperator({ kind, round, operatorAt }: Reminded): boolean {
  return kind !== 'REFERRER' && round > 0 && round === operatorAt;
}

/** Whether a task has had its last reminder before one with which the operator is told. */
export function operatorUntold({ kind, round, operatorAt }: Reminded): boolean {
  return kind !== 'REFERRER' && (operatorAt === undefined || round < operatorAt);
}

/** When a task asks whom, set with its first reminder. One that was reminded by an earlier release takes it up where it is. */
function escalationOf(task: Task, round: number, policy: Policy): Pick<Task, 'managerAt' | 'operatorAt'> {
  if (task.kind === 'REFERRER') return {};
  const wasAsked = task.managerAt === undefined && task.round >= ESCALATION;
  return {
    managerAt: task.managerAt ?? (wasAsked ? ESCALATION : policy.managerAtReminder),
    operatorAt: task.operatorAt ?? Math.max(policy.operatorAtReminder, round),
  };
}

/** What the history says of whom a reminder went to beside those who decide. */
function escalations(task: Task): NewEvent[] {
  const { kind } = task;
  return [
    ...(escalatesFirst(task) ? [{ event: 'ESCALATED', by: MACHINE, kind, to: 'SERVICE_MANAGER' } as const] : []),
    ...(tellsOperator(task) ? [{ event: 'ESCALATED', by: MACHINE, kind, to: 'OPERATOR' } as const] : []),
  ];
}

/** The parked case whose history says that the operator is told, where no reminder has done so. */
export function operatorTold(theCase: Case, moment: Moment): Case {
  const { task } = theCase;
  if (!task || !operatorUntold(task)) return theCase;
  const patch = { moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'ESCALATED', by: MACHINE, kind: task.kind, to: 'OPERATOR' });
}

/** The case one reminder further, or undefined when there has been the last one. */
export function reminded(theCase: Case, moment: Moment, policy: Policy): Case | undefined {
  const task = theCase.task;
  if (!task) return theCase;
  const round = task.round + 1;
  if (round >= waitDays(task.kind, policy).length) return undefined;
  const dueAt = waitEndsAt(theCase, task.kind, round, moment.now, policy);
  const next = { ...task, round, dueAt, firstDueAt: taskDueAt(task), ...escalationOf(task, round, policy) };
  const escalated = escalates(next) ? { escalatedAt: theCase.escalatedAt ?? moment.now } : {};
  return applyChange(
    theCase,
    moment,
    { task: next, moveBy: moveByAfterWait(dueAt), ...escalated },
    { event: 'REMINDER_DUE', by: MACHINE, kind: task.kind, round },
    ...escalations(next),
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
