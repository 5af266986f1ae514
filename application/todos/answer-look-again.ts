import * as z from 'zod';
import { lookAgainAnswered, openLookAgain } from '#domain/case/look-again.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { isRealDate, londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';
import { wordsFaults, wordsSchema } from './words-command.ts';

/** The rule of each fault of what staff enter about their answer. */
export const answerFaults = {
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  DATE_IN_FUTURE: 'in-future',
  DATE_TOO_EARLY: 'year',
  ...wordsFaults,
} as const satisfies Record<string, CommandRule>;
export type AnswerFault = keyof typeof answerFaults;

const typedSchema = z.object({
  /** `YYYY-MM-DD` as it was typed, real or not; blank when nothing was. */
  on: z.string(),
  words: wordsSchema,
});
type Typed = z.input<typeof typedSchema>;

/** The answer was given between the day on which it was asked and today. */
function answerSchema({ from, today }: { readonly from: string; readonly today: string }) {
  const fault = (error: AnswerFault) => ({ error, path: ['on'], when: () => true });
  return typedSchema
    .refine(({ on }) => on !== '', fault('DATE_MISSING'))
    .refine(({ on }) => on === '' || isRealDate(on), fault('DATE_UNREAL'))
    .refine(({ on }) => !isRealDate(on) || on <= today, fault('DATE_IN_FUTURE'))
    .refine(({ on }) => !isRealDate(on) || on >= from, fault('DATE_TOO_EARLY'));
}

/**
 * Enters what was answered to a referrer who asked the team to check again, and on which day, once. It stands in the case
 * before the TODO is done, so that entering it again after a crash finishes it.
 */
export function answerLookAgain(
  deps: TodoDeps,
): (todo: Todo, by: Actor, typed: Typed) => Promise<TodoResult<AnswerFault>> {
  return async (todo, by, typed) => {
    const now = deps.now();
    const before = await deps.cases.readCase(todo.reference);
    const askedAt = (before && openLookAgain(before)?.at) ?? todo.openedAt;
    const days = { from: londonDateOf(askedAt), today: londonDateOf(now) };
    const read = readCommand(answerSchema(days), answerFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const moment = { now, policyVersion: deps.policy.version };
    const { saved } = await changeCase(deps.cases, todo.reference, (current) =>
      lookAgainAnswered(current, moment, { ...read.command, by, todo: todo.id }),
    );
    await finishTodo(deps, todo, by);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
