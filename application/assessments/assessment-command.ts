import * as z from 'zod';
import { assessmentOutcomeSchema, goesOnSchema, missedWhySchema } from '#domain/case/assessment-shape.ts';
import { blankableText, text } from '#domain/referral/text.ts';
import { oneLine } from '#domain/values/characters.ts';
import { isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from '../command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import { timeField } from '../time-command.ts';

/** The rule of each fault of what staff enter about an initial assessment. */
export const assessmentFaults = {
  PERSON_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  TIME_UNREADABLE: 'missing',
  PLACE_UNKNOWN: 'not-a-choice',
  WHERE_MISSING: 'missing',
  WHERE_TOO_LONG: 'too-long',
  WHERE_UNPRINTABLE: 'unprintable',
  WHY_UNKNOWN: 'not-a-choice',
  WHAT_UNKNOWN: 'not-a-choice',
  OUTCOME_MISSING: 'not-a-choice',
  BAND_UNKNOWN: 'not-a-choice',
  HOURS_UNREADABLE: 'not-a-choice',
  AGREED_MISSING: 'not-a-choice',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type AssessmentFault = keyof typeof assessmentFaults;

const fault = (code: AssessmentFault) => code;
const LONGEST_WHERE = 200;
const LONGEST_WORDS = 2000;
const HOURS = /^(\d{1,3})(\.(00?|25|50?|75))?$/;
const MOST_HOURS = 168;

const seen = z.union([z.string(), z.number()]).transform(Number);
const words = blankableText(LONGEST_WORDS, { tooLong: 'WORDS_TOO_LONG', unprintable: 'WORDS_UNPRINTABLE' });
const where = text(LONGEST_WHERE, {
  ...{ missing: fault('WHERE_MISSING'), tooLong: fault('WHERE_TOO_LONG'), unprintable: fault('WHERE_UNPRINTABLE') },
}).overwrite(oneLine);

const when = {
  person: z.string().trim().min(1, fault('PERSON_MISSING')),
  on: z
    .string()
    .trim()
    .refine(isRealDate, { error: fault('DATE_UNREAL'), abort: true }),
  at: timeField(fault('TIME_UNREADABLE')),
  seen,
  /** The practitioner is away or the service is closed then, and it is booked all the same. */
  anyway: z.boolean(),
};

/** A visit at home, or elsewhere with where that is. */
export const bookingSchema = z.discriminatedUnion(
  'place',
  [
    z.object({ ...when, place: z.literal('HOME'), where: z.string().transform(() => '') }),
    z.object({ ...when, place: z.literal('ELSEWHERE'), where }),
  ],
  { error: fault('PLACE_UNKNOWN') },
);

export const cancelSchema = z.object({ seen, reason: reasonSchema });

export const missedSchema = z.object({
  seen,
  why: z.string().pipe(z.enum(missedWhySchema.options, fault('WHY_UNKNOWN'))),
  words,
});

export const goesOnCommandSchema = z.object({
  what: z.string().pipe(z.enum(goesOnSchema.options, fault('WHAT_UNKNOWN'))),
  reason: reasonSchema,
});

/** What was found. Hours are blank where they are not known; the band where one is confirmed already. */
export const doneSchema = z
  .object({
    seen,
    outcome: z.string().pipe(z.enum(assessmentOutcomeSchema.options, fault('OUTCOME_MISSING'))),
    band: z.enum(['', '1', '2', '3'], fault('BAND_UNKNOWN')),
    settingHours: z
      .string()
      .trim()
      .refine((typed) => typed === '' || (HOURS.test(typed) && Number(typed) <= MOST_HOURS), fault('HOURS_UNREADABLE')),
    agreed: z.enum(['', 'yes', 'no']),
    words,
  })
  .refine(({ outcome, agreed }) => outcome !== 'ADVISORY_TEACHER' || agreed !== '', {
    ...{ error: fault('AGREED_MISSING'), path: ['agreed'] },
  });
