import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { letterNotPosted } from '#domain/case/not-posted.ts';
import { PLACE } from '#domain/case/place-told.ts';
import { ENDED, familyTold, LISTED, REOPENED } from '#domain/case/told.ts';
import { tellInstead } from '#domain/notices/asked-todos.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { blankableText } from '#domain/referral/text.ts';
import { byPost, isOfOffer } from '#domain/support/told.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import { type CommandRule, readCommand } from '../command.ts';
import { type Days, dayFaults, withDay } from '../day-command.ts';
import { finishTodo } from './finish-todo.ts';
import { fromDay, type TodoDeps, type TodoResult } from './tell-in-person.ts';

const LONGEST = 300;

/** The rule of each fault of what is entered about a letter. */
export const postFaults = {
  POSTED_MISSING: 'not-a-choice',
  ...dayFaults,
  REASON_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type PostFault = keyof typeof postFaults;

const typedSchema = z.object({
  posted: z.string().trim(),
  /** `YYYY-MM-DD` as it was typed, real or not; blank when nothing was. */
  on: z.string(),
  /** Why it could not be posted. */
  words: blankableText(LONGEST, { tooLong: 'WORDS_TOO_LONG', unprintable: 'WORDS_UNPRINTABLE' }),
});
export type LetterCommand = z.input<typeof typedSchema>;

/** A letter was posted on a day between that on which the referral came and today; one that was not needs a reason. */
function letterSchema(days: Days) {
  const fault = (error: PostFault, field: keyof LetterCommand) => ({ error, path: [field], when: () => true });
  const asked = typedSchema.refine(
    ({ posted }) => posted === 'YES' || posted === 'NO',
    fault('POSTED_MISSING', 'posted'),
  );
  return withDay(asked, days, ({ posted }) => posted === 'YES').refine(
    ({ posted, words }) => posted !== 'NO' || words.trim() !== '',
    fault('REASON_MISSING', 'words'),
  );
}

export interface PostLetterDeps extends TodoDeps {
  readonly todos: Pick<TodoStore, 'saveTodo' | 'createTodo'>;
}

/**
 * Enters on which day a letter was posted, or why it could not be: then the service manager is asked to have someone tell the
 * family. It stands in the case before the TODO is done, so that a crash between leaves it open, and entering it again
 * finishes it.
 */
export function postLetter(
  deps: PostLetterDeps,
): (todo: Todo, by: Actor, typed: LetterCommand) => Promise<TodoResult<PostFault>> {
  return async (todo, by, typed) => {
    const theCase = await deps.cases.readCase(todo.reference);
    const now = deps.now();
    const from = theCase ? fromDay(theCase) : '';
    const read = readCommand(letterSchema({ from, today: londonDateOf(now) }), postFaults, typed);
    if ('problems' in read) return { kind: 'INVALID', problems: read.problems };
    const { posted, on, words } = read.command;
    const moment = { now, policyVersion: deps.policy.version };
    if (posted === 'NO') await deps.todos.createTodo(tellInstead(todo, now, deps.policy));
    const { saved } = await changeCase(deps.cases, todo.reference, (current) =>
      posted === 'NO'
        ? letterNotPosted(current, moment, { about: todo.why, by, words, todo: todo.id })
        : familyTold(current, moment, { about: aboutOf(todo, current), how: 'BY_POST', on, by }),
    );
    await finishTodo(deps, todo, by, posted === 'NO' ? undefined : on);
    return { kind: saved ? 'DONE' : 'ALREADY' };
  };
}

/** What it told the family. Where others are told in person besides, theirs is entered on its own. */
function aboutOf({ why }: Pick<Todo, 'why'>, { wroteOfEnd }: Case): string {
  if (isOfOffer(why)) return byPost(why);
  const isInPart = why === LISTED || why === REOPENED || why === PLACE || (why === ENDED && !wroteOfEnd?.everyone);
  return isInPart ? byPost(why) : why;
}
