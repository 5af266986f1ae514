import * as z from 'zod';
import type { Case } from '#domain/case/case.ts';
import { text } from '#domain/referral/text.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';
import { type Days, dayFaults, withDay } from '../day-command.ts';
import { fromDay } from '../todos/tell-in-person.ts';
import { type AnswerCommand, type AnswerFault, answerFaults, answerSchema } from './answer-command.ts';
import { answerReferrer } from './answer-referrer.ts';

/** The rule of each fault of who gave an answer to a member of staff, and when. */
export const givenFaults = {
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  ...dayFaults,
} as const satisfies Record<string, CommandRule>;
export type GivenFault = keyof typeof givenFaults;

const LONGEST_NAME = 120;

/** Who gave it, and on which day between that of the referral and today: `YYYY-MM-DD` as it was typed. */
function givenSchema(days: Days) {
  const asked = z.object({
    name: text(LONGEST_NAME, {
      missing: 'NAME_MISSING' satisfies GivenFault,
      tooLong: 'NAME_TOO_LONG' satisfies GivenFault,
      unprintable: 'NAME_UNPRINTABLE' satisfies GivenFault,
    }),
    on: z.string(),
  });
  return withDay(asked, days);
}

/** An answer as a member of staff typed it, with who gave it and when. */
export type RecordedAnswer = Omit<AnswerCommand, 'given' | 'evidence'> & { readonly name: string; readonly on: string };

export type RecordAnswerResult =
  | { readonly kind: 'ANSWERED' | 'CLOSED' }
  | { readonly kind: 'INVALID'; readonly problems: readonly CommandProblem<AnswerFault | GivenFault>[] };

/**
 * Keeps what the referrer told a member of staff, by the checks of their own answer, and who told it and when. The referrer is
 * told that it was recorded once the team is asked again. Also counts after the deadline, until someone decides.
 */
export function recordAnswer(deps: Parameters<typeof answerReferrer>[0]) {
  const answer = answerReferrer(deps);
  return async ({ name, on, ...typed }: RecordedAnswer): Promise<RecordAnswerResult> => {
    const theCase = await deps.cases.readCase(typed.reference);
    if (!theCase) return { kind: 'CLOSED' };
    const given = readCommand(givenSchema(daysOf(theCase, deps.now())), givenFaults, { name, on });
    const read = readCommand(answerSchema(theCase), answerFaults, { ...typed, evidence: [] });
    const problems = [...problemsIn(given), ...problemsIn(read)];
    if ('problems' in given || problems.length > 0) return { kind: 'INVALID', problems };
    return answer({ ...typed, evidence: [], given: given.command });
  };
}

export type RecordAnswer = ReturnType<typeof recordAnswer>;

function daysOf(theCase: Case, now: string) {
  return { from: fromDay(theCase), today: londonDateOf(now) };
}

function problemsIn<Problem>(read: { readonly problems: readonly Problem[] } | object): readonly Problem[] {
  return 'problems' in read ? read.problems : [];
}
