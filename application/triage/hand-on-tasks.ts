import { openTask } from '#domain/case/decide.ts';
import { taskHandedOn } from '#domain/case/hand-on.ts';
import { referenceOfTask } from '#domain/case/task.ts';
import { handedOnNotice } from '#domain/notices/staff-notices.ts';
import { type Actor, actorId } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { referenceOfTodo } from '#domain/people/todo.ts';
import type { Log, Now } from '#domain/ports/services.ts';
import type { CaseStore, TodoStore } from '#domain/ports/stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import type { TellNewHolder } from '../notices/tell-new-holder.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { type HandedOn, handOnTodo, mayBeNamed } from './hand-on-todo.ts';

export interface HandOnDeps {
  readonly cases: CaseStore;
  readonly todos: Pick<TodoStore, 'readTodo' | 'saveTodo'>;
  readonly tellNewHolder: TellNewHolder;
  readonly policy: Policy;
  readonly now: Now;
  readonly log: Log;
}

export interface HandOnCommand {
  readonly taskIds: readonly string[];
  /** What is to be done beside the decisions. */
  readonly todoIds?: readonly string[];
  /** Who had them; undefined where a task of no one is given to someone. */
  readonly from: Person | undefined;
  readonly to: Person;
  readonly by: Actor;
  /** Why, as it was typed, where a page asks for it. */
  readonly reason?: string;
  /** Of the form: what is sent again with the same one sends no second email. */
  readonly batch: string;
  /** The reference that the email names, when an earlier try of this batch has sent it. */
  readonly anchor?: string | undefined;
}

export interface HandOnResult {
  readonly results: readonly HandedOn[];
  readonly anchor: string;
  /** Whether the email to the new holder has gone, or is on its way; false only where it could not even be noted. */
  readonly isTold: boolean;
}

export type HandOnTasks = (command: HandOnCommand) => Promise<HandOnResult>;

/** Cases written at the same time. */
const LANES = 8;

/**
 * Hands work on to a colleague: tasks each by the one write of its case, which also ends the links of who had it, and what is to
 * be done beside them each by a write of its own. What fails is
 * said of each and keeps none of the others back; who tries again finishes the rest. The colleague gets one email for all.
 */
export function handOnTasks(deps: HandOnDeps): HandOnTasks {
  return async (command) => {
    const { taskIds, todoIds = [] } = command;
    const named = todoIds.find(mayBeNamed) ?? '';
    const anchor = command.anchor ?? referenceOfTask(taskIds[0] ?? '') ?? referenceOfTodo(named) ?? '';
    const all = [...taskIds, ...todoIds];
    // Before the first is theirs: a crash in between leaves tasks that are tried again, never a colleague who was not told.
    const isTold = all.length === 0 || (await deps.tellNewHolder(anchor, handedOnNotice(command.batch, command.to)));
    const found = await inLanes(all, LANES, new AbortController().signal, (id) =>
      todoIds.includes(id) ? handOnTodo(deps, command, id) : handOn(deps, command, id),
    );
    return { results: found.flatMap(({ result }) => result ?? []), anchor, isTold };
  };
}

async function handOn(deps: HandOnDeps, command: HandOnCommand, taskId: string): Promise<HandedOn> {
  const { from, to, by, reason } = command;
  const reference = referenceOfTask(taskId) ?? '';
  try {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(
      deps.cases,
      reference,
      (current) => taskHandedOn(current, moment, taskId, { from, to, by, reason }),
      taskId,
    );
    const holder = openTask(theCase, taskId)?.claim?.by;
    return { id: taskId, reference, kind: saved || (holder && actorId(holder) === to.id) ? 'DONE' : 'DECIDED' };
  } catch (error) {
    deps.log.error('task-not-handed-on', { reference, error: errorName(error) });
    return { id: taskId, reference, kind: 'FAILED' };
  }
}
