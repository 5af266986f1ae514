import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { type AnsweredAgain, isAnsweredBy, lookAgainAnswered, openLookAgain } from '#domain/case/look-again.ts';
import { mayReopen, reopened } from '#domain/case/reopen.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Moment } from '#domain/process/process.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { type Days, dayFaults, withDay } from '../day-command.ts';
import { readRecord } from '../read-record.ts';
import type { ConfirmDeps } from './confirm-withdrawal.ts';
import { endTodos } from './end-todos.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoResult } from './tell-in-person.ts';
import { wordsFaults, wordsSchema } from './words-command.ts';

/** The rule of each fault of what staff enter about their answer. */
export const answerFaults = {
  RESULT_MISSING: 'not-a-choice',
  CANNOT_REOPEN: 'not-a-choice',
  ...dayFaults,
  ...wordsFaults,
} as const satisfies Record<string, CommandRule>;
export type AnswerFault = keyof typeof answerFaults;

const typedSchema = z.object({
  result: z
    .string()
    .trim()
    .pipe(z.enum(['STAYS', 'REOPEN'], { error: 'RESULT_MISSING' satisfies AnswerFault })),
  words: wordsSchema,
  /** `YYYY-MM-DD` as it was typed, real or not; blank when nothing was. Read only where our team answers the family. */
  on: z.string(),
});
type Typed = z.input<typeof typedSchema>;

/** What decides whether an answer can be entered: the case, and between which days a family was answered. */
interface Asked extends Days {
  readonly canReopen: boolean;
  readonly ofFamily: boolean;
}

/** A family was answered between the day on which it was asked and today. The referrer reads the answer on their page. */
function answerSchema({ canReopen, ofFamily, ...days }: Asked) {
  const asked = typedSchema.refine(({ result }) => result !== 'REOPEN' || canReopen, {
    ...{ error: 'CANNOT_REOPEN' satisfies AnswerFault, path: ['result'], when: () => true },
  });
  return withDay(asked, days, () => ofFamily);
}

/**
 * Enters what was answered to someone who asked the team to check again, once, and reopens the case where that is the answer.
 * It stands in the case before people are told and the TODO is done, so that entering it again after a crash finishes it.
 */
export function answerLookAgain(
  deps: ConfirmDeps,
): (todo: Todo, by: Actor, typed: Typed) => Promise<TodoResult<AnswerFault>> {
  return async (todo, by, typed) => {
    const now = deps.now();
    const { theCase: before, stored } = await readRecord(deps, todo.reference);
    const asked = askedOf(before, todo, now);
    const read = readCommand(answerSchema(asked), answerFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { result, words, on } = read.command;
    const answer = { words, by, todo: todo.id, reopens: result === 'REOPEN', on: asked.ofFamily ? on : asked.today };
    const moment = { now, policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
      answered(current, moment, answer),
    );
    if (isAnsweredBy(theCase, todo.id)) await deps.sendNotices('CHECKED_AGAIN', theCase, addresseesOf(stored.body));
    await finishTodo(deps, todo, by);
    await endTodos(deps, theCase);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}

function askedOf(theCase: Case, todo: Todo, now: string): Asked {
  const open = openLookAgain(theCase);
  const days = { from: londonDateOf(open?.at ?? todo.openedAt), today: londonDateOf(now) };
  return { canReopen: open === undefined || mayReopen(theCase), ofFamily: open?.from === 'FAMILY', ...days };
}

function answered(current: Case, moment: Moment, answer: AnsweredAgain): Case | undefined {
  const closed = lookAgainAnswered(current, moment, answer);
  return closed && answer.reopens ? reopened(closed, moment, answer.by) : closed;
}
