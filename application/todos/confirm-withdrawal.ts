import * as z from 'zod';
import { type FamilyAnswer, withdrawalAnswered, withdrawalTodoId } from '#domain/case/ask-withdrawal.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import { text } from '#domain/referral/text.ts';
import type { GateFault } from '#domain/support/closing-gate.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readRecord } from '../read-record.ts';
import { readGate, type TypedGate } from '../support/read-gate.ts';
import { endTodos } from './end-todos.ts';
import { finishTodo } from './finish-todo.ts';
import type { TodoDeps, TodoResult } from './tell-in-person.ts';

const LONGEST = 2000;

/** The rule of each fault of what a family said of a withdrawal. */
export const familyFaults = {
  ANSWER_MISSING: 'not-a-choice',
  WORDS_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type FamilyFault = keyof typeof familyFaults;

const answers = ['AGREED', 'KEEP', 'NOT_REACHED'] as const satisfies readonly FamilyAnswer[];

const familySchema = z.object({
  answer: z
    .string()
    .trim()
    .pipe(z.enum(answers, { error: 'ANSWER_MISSING' satisfies FamilyFault })),
  words: text(LONGEST, { missing: 'WORDS_MISSING', tooLong: 'WORDS_TOO_LONG', unprintable: 'WORDS_UNPRINTABLE' }),
});

export interface ConfirmDeps extends TodoDeps {
  readonly referrals: ReferralStore;
  readonly sendNotices: SendNotices;
  readonly todos: Pick<TodoStore, 'saveTodo' | 'todosOf'>;
}

type Typed = z.input<typeof familySchema> & { readonly gate: TypedGate };

/** What the family said; that they agreed only with what passed the closing gate. */
function readAnswer({ gate: typedGate, ...typed }: Typed) {
  const read = readCommand(familySchema, familyFaults, typed);
  const isAgreed = typed.answer.trim() === 'AGREED';
  const passed = isAgreed ? readGate(typedGate, true) : undefined;
  const gateProblems = passed && 'problems' in passed ? passed.problems : [];
  if ('problems' in read) return { problems: [...read.problems, ...gateProblems] };
  const { answer: said, words } = read.command;
  if (said !== 'AGREED') return { said, words };
  return passed && 'gate' in passed ? { said, words, gate: passed.gate } : { problems: gateProblems };
}

/**
 * Enters what the family said, or that no one could reach them, once. The child is taken off the list, and what was to be
 * done for it ends. Or it keeps the place and the referrer is told. It stands in the case first, so that entering it again
 * after a crash finishes it.
 */
export function confirmWithdrawal(
  deps: ConfirmDeps,
): (todo: Todo, by: Actor, typed: Typed) => Promise<TodoResult<FamilyFault | GateFault>> {
  return async (todo, by, typed) => {
    const read = readAnswer(typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const answer = { ...read, by, todo: todo.id };
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { stored } = await readRecord(deps, todo.reference);
    const { theCase, saved } = await changeCase(deps.cases, todo.reference, (current) =>
      withdrawalAnswered(current, moment, answer),
    );
    const isKept = withdrawalTodoId(theCase) === todo.id && theCase.withdrawalAsked?.answer?.isAgreed === false;
    if (isKept) await deps.sendNotices('WITHDRAWAL_KEPT', theCase, addresseesOf(stored.body));
    await finishTodo(deps, todo, by);
    await endTodos(deps, theCase);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}
