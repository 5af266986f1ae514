import type { readTeam } from '#application/access/read-team.ts';
import { type ConfiguredCanary, teamFor } from '#domain/canary/team.ts';
import type { Case, Decision, Task } from '#domain/case/case.ts';
import { decisionOn, mayUndo, openTask } from '#domain/case/decide.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { isAsked, presentHolder } from '#domain/people/asked.ts';
import { personCode } from '#domain/people/code.ts';
import { mayDecide, type Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { HttpRequest } from '../http/message.ts';
import { type OpenSession, readSession, type SessionDeps } from './sessions.ts';

/** How a task stands for this browser, read consistently. */
export type TaskAccess = OpenTask | DecidedTask | ClosedTask;

export interface OpenTask extends KnownAccess {
  readonly kind: 'OPEN';
  readonly task: Task;
}

export interface DecidedTask extends KnownAccess {
  readonly kind: 'DECIDED';
  readonly decision: Decision;
  readonly canUndo: boolean;
}

interface ClosedTask extends KnownAccess {
  readonly kind: 'CLOSED';
}

interface KnownAccess extends OpenSession {
  readonly theCase: Case;
  readonly taskId: string;
  /** Whose session it is. */
  readonly person: Person;
}

interface TaskAccessDeps extends Pick<SessionDeps, 'access' | 'now' | 'baseUrl'> {
  readonly cases: Pick<CaseStore, 'readWholeCase'>;
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly config: ConfiguredCanary;
}

/**
 * What a session may see of a task. Undefined unless it opened a link to it and its person is still here, at that
 * mailbox. The record while it is open and they are asked. Afterwards who decided what and when. Session, case and team
 * are read at the same time.
 */
export async function taskAccessOf(
  deps: TaskAccessDeps,
  request: HttpRequest,
  taskId: string,
): Promise<TaskAccess | undefined> {
  const reference = referenceOfTask(taskId);
  if (reference === undefined) return undefined;
  const [open, theCase, everyone] = await Promise.all([
    readSession(deps, request, 'STAFF'),
    deps.cases.readWholeCase(reference),
    deps.readTeam(),
  ]);
  const isGranted = open?.session.grants.some((known) => known.purpose === 'TASK' && known.taskId === taskId);
  const team = teamFor(theCase, everyone, deps.config);
  const person = open && presentHolder(team, holderOf(open.session));
  if (!open || !theCase || !isGranted || !person) return undefined;
  const known = { ...open, theCase, taskId, person };
  const decision = decisionOn(theCase, taskId);
  if (decision) {
    const isTheirs = theCase.task?.id === taskId && mayUndo(theCase.task, actorOf(person));
    return { ...known, kind: 'DECIDED', decision, canUndo: isTheirs && deps.now() < decision.effectiveAt };
  }
  const task = openTask(theCase, taskId);
  if (!task || task.kind === 'REFERRER') return { ...known, kind: 'CLOSED' };
  return isAsked(task, person) && mayDecide(person) ? { ...known, kind: 'OPEN', task } : undefined;
}

/** Whose session it is, as it was opened. */
export function holderOf({ person, mailbox, roles }: OpenSession['session']) {
  return { code: person === undefined ? undefined : personCode({ id: person }), mailbox, roles };
}
