import * as z from 'zod';
import { secondLookAsked, secondLookTaken, secondLookTodo } from '#domain/case/second-person.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { changeCase } from '../change-case.ts';
import { readCommand } from '../command.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readRecord } from '../read-record.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';
import { wordsFaults, wordsSchema } from './words-command.ts';

export type SecondLookFault = keyof typeof wordsFaults;

const typedSchema = z.object({ words: wordsSchema });
type Typed = z.input<typeof typedSchema>;

export interface SecondLookDeps extends TodoDeps {
  readonly referrals: ReferralStore;
  readonly todos: Pick<TodoStore, 'createTodo' | 'saveTodo'>;
  readonly sendNotices: SendNotices;
}

type Enter = (todo: Todo, by: Actor, typed: Typed) => Promise<TodoResult<SecondLookFault>>;

/**
 * Has the service manager look again at a decision, for its second person, once. The manager's TODO is stored before the case
 * says it, so that asking again after a crash finishes it.
 */
export function askSecondLook(deps: SecondLookDeps): Enter {
  return async (todo, by, typed) => {
    const read = readCommand(typedSchema, wordsFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { stored } = await readRecord(deps, todo.reference);
    await deps.todos.createTodo(secondLookTodo(todo, moment.now, deps.policy));
    const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
      secondLookAsked(current, moment, { ...read.command, by, todo: todo.id }),
    );
    await deps.sendNotices('SECOND_LOOK_ASKED', theCase, addresseesOf(stored.body));
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}

/** Enters what came of a second look, once. */
export function takeSecondLook(deps: SecondLookDeps): Enter {
  return async (todo, by, typed) => {
    const read = readCommand(typedSchema, wordsFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, todo.reference, (current) =>
      secondLookTaken(current, moment, read.command.words, by),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
