import * as z from 'zod';
import { progressSchema } from '#domain/plan/plan.ts';
import { blankableText, text } from '#domain/referral/text.ts';
import type { CommandRule } from '../command.ts';

/** The rule of each fault of what a practitioner enters into a plan. */
export const planFaults = {
  WITH_MISSING: 'missing',
  WITH_TOO_LONG: 'too-long',
  WITH_UNPRINTABLE: 'unprintable',
  OUTCOMES_MISSING: 'missing',
  WHAT_MISSING: 'missing',
  WHAT_TOO_LONG: 'too-long',
  WHAT_UNPRINTABLE: 'unprintable',
  STEPS_TOO_LONG: 'too-long',
  STEPS_TOO_MANY: 'too-many',
  STEPS_UNPRINTABLE: 'unprintable',
  ACTIVITIES_TOO_LONG: 'too-long',
  ACTIVITIES_UNPRINTABLE: 'unprintable',
  OTHERS_TOO_LONG: 'too-long',
  OTHERS_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type PlanFault = keyof typeof planFaults;

/** How many outcomes a plan has, so that a family can hold on to each. */
export const MOST_OUTCOMES = 6;
const [MOST_STEPS, LONGEST_STEPS] = [8, 1600];
const [LONGEST_NAMES, LONGEST_OUTCOME, LONGEST_TEXT] = [100, 300, 2000];

const fault = (code: PlanFault) => code;

/** Small steps, one a line. Blank lines are left out. */
const steps = blankableText(LONGEST_STEPS, {
  tooLong: fault('STEPS_TOO_LONG'),
  unprintable: fault('STEPS_UNPRINTABLE'),
})
  .transform((typed) =>
    typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .refine((lines) => lines.length <= MOST_STEPS, { error: fault('STEPS_TOO_MANY'), params: { limit: MOST_STEPS } });

const outcomeSchema = z.object({
  id: z.string(),
  what: text(LONGEST_OUTCOME, {
    missing: fault('WHAT_MISSING'),
    tooLong: fault('WHAT_TOO_LONG'),
    unprintable: fault('WHAT_UNPRINTABLE'),
  }),
  steps,
});

/** A whole plan as it was typed, with the outcomes that are not blank. `seen`: the edition that the form showed. */
export const planCommandSchema = z.object({
  writtenWith: text(LONGEST_NAMES, {
    missing: fault('WITH_MISSING'),
    tooLong: fault('WITH_TOO_LONG'),
    unprintable: fault('WITH_UNPRINTABLE'),
  }),
  outcomes: z.array(outcomeSchema).min(1, fault('OUTCOMES_MISSING')).max(MOST_OUTCOMES),
  activities: blankableText(LONGEST_TEXT, {
    tooLong: fault('ACTIVITIES_TOO_LONG'),
    unprintable: fault('ACTIVITIES_UNPRINTABLE'),
  }),
  others: blankableText(LONGEST_TEXT, {
    tooLong: fault('OTHERS_TOO_LONG'),
    unprintable: fault('OTHERS_UNPRINTABLE'),
  }),
  // What no form of ours sends is no edition, so that it writes over none.
  seen: z.string().transform((typed) => (/^\d{1,6}$/.test(typed) ? Number(typed) : -1)),
});

/** What a radio of each outcome says. What no page offers is left out. */
export const progressCommandSchema = z.array(z.object({ outcome: z.string(), seen: z.string(), now: progressSchema }));
