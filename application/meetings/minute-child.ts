import * as z from 'zod';
import { triageOutcomeSchema } from '#domain/case/codes.ts';
import { openTask } from '#domain/case/decide.ts';
import { type Minute, writeUpOf } from '#domain/case/minute.ts';
import { bandIn } from '#domain/lists/band.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, MeetingStore, TodoStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { text } from '#domain/referral/text.ts';
import type { Policy } from '#domain/service/policy.ts';
import { type CommandProblem, type CommandRule, readCommand } from '../command.ts';

/** The rule of each fault of a minute. */
export const minuteFaults = {
  OUTCOME_UNKNOWN: 'not-a-choice',
  BAND_UNKNOWN: 'not-a-choice',
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type MinuteFault = keyof typeof minuteFaults;

const fault = (code: MinuteFault) => code;
/** One line, said aloud. */
const LONGEST_REASON = 500;
const ATTEMPTS = 25;

const minuteSchema = z.object({
  outcome: z.string().pipe(z.enum(triageOutcomeSchema.options, fault('OUTCOME_UNKNOWN'))),
  band: z.string().refine((typed) => typed === '' || bandIn(typed) !== undefined, fault('BAND_UNKNOWN')),
  reason: text(LONGEST_REASON, {
    missing: fault('REASON_MISSING'),
    tooLong: fault('REASON_TOO_LONG'),
    unprintable: fault('REASON_UNPRINTABLE'),
  }),
});
export type MinuteCommand = z.input<typeof minuteSchema>;

/** Which task a minute is about, and at which meeting it was said. */
export interface Minuted {
  readonly reference: string;
  readonly taskId: string;
  readonly on: string;
}

export type MinuteResult =
  | { readonly minute: Minute }
  /** The task is decided or closed: nothing is left to minute. */
  | { readonly refused: 'CLOSED' }
  | { readonly problems: readonly CommandProblem<MinuteFault>[] };

interface MinuteDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly meetings: MeetingStore;
  readonly todos: Pick<TodoStore, 'createTodo'>;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Keeps what a meeting said of a child in one line, and asks the team to write it up. It decides nothing. The minute is
 * stored first, so the same call again finishes what a crash left undone.
 */
export function minuteChild(deps: MinuteDeps) {
  return async ({ reference, taskId, on }: Minuted, typed: MinuteCommand, by: Actor): Promise<MinuteResult> => {
    const read = readCommand(minuteSchema, minuteFaults, typed);
    if ('problems' in read) return read;
    const theCase = await deps.cases.readCase(reference);
    if (!theCase || openTask(theCase, taskId)?.kind !== 'TRIAGE') return { refused: 'CLOSED' };
    const { band: typedBand, ...said } = read.command;
    const band = bandIn(typedBand);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { band: _, ...before } = (await deps.meetings.readMinute(reference, taskId)) ?? { version: 0 };
      const at = { ...said, ...(band === undefined ? {} : { band }), by, at: deps.now() };
      const minute: Minute = { ...before, reference, taskId, on, ...at, version: before.version + 1 };
      if (!(await deps.meetings.saveMinute(minute))) continue;
      await deps.todos.createTodo(writeUpOf(minute, deps.policy));
      return { minute };
    }
    throw new Transient('A minute changed too often to be saved.');
  };
}
