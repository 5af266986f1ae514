import * as z from 'zod';
import { blankableText } from '#domain/referral/text.ts';
import { visitPlaceSchema } from '#domain/support/block-shape.ts';
import type { Came } from '#domain/support/visits.ts';
import { isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from '../command.ts';
import { timeField } from '../time-command.ts';

/** The rule of each fault of what a practitioner enters about a visit. */
export const visitFaults = {
  CAME_MISSING: 'not-a-choice',
  NOTE_MISSING: 'missing',
  NOTE_TOO_LONG: 'too-long',
  NOTE_UNPRINTABLE: 'unprintable',
  AGREED_UNMET: 'not-a-choice',
  AGREED_TOO_LONG: 'too-long',
  AGREED_UNPRINTABLE: 'unprintable',
  STRENGTHS_TOO_LONG: 'too-long',
  STRENGTHS_UNPRINTABLE: 'unprintable',
  NEEDS_TOO_LONG: 'too-long',
  NEEDS_UNPRINTABLE: 'unprintable',
  DATE_UNREAL: 'not-a-date',
  TIME_UNREADABLE: 'missing',
  PLACE_UNKNOWN: 'not-a-choice',
  PERSON_MISSING: 'missing',
  BEFORE_UNREADABLE: 'not-a-choice',
  FAMILY_UNTOLD: 'missing',
} as const satisfies Record<string, CommandRule>;
export type VisitFault = keyof typeof visitFaults;

const fault = (code: VisitFault) => code;
/** A note is short: what is longer belongs into the plan. */
const LONGEST_NOTE = 500;
const MOST_BEFORE = 24;
const LONGEST_NAMES = 100;
const LONGEST_NOTED = 2000;

/** What can come of a visit, as one radio: with whether the child was seen. */
export const cameSchema = z.enum([
  'ATTENDED_SEEN',
  'ATTENDED_UNSEEN',
  'FAMILY_CANCELLED',
  'SERVICE_CANCELLED',
  'MISSED',
]);
type CameTyped = z.infer<typeof cameSchema>;

const note = blankableText(LONGEST_NOTE, { tooLong: fault('NOTE_TOO_LONG'), unprintable: fault('NOTE_UNPRINTABLE') });

const beginningShape = {
  agreedWith: blankableText(LONGEST_NAMES, {
    tooLong: fault('AGREED_TOO_LONG'),
    unprintable: fault('AGREED_UNPRINTABLE'),
  }),
  strengths: blankableText(LONGEST_NOTED, {
    tooLong: fault('STRENGTHS_TOO_LONG'),
    unprintable: fault('STRENGTHS_UNPRINTABLE'),
  }),
  needs: blankableText(LONGEST_NOTED, { tooLong: fault('NEEDS_TOO_LONG'), unprintable: fault('NEEDS_UNPRINTABLE') }),
};

/** The agreement, strengths and needs, as they are recorded beside a visit. `seen`: what the form showed. */
export const beginningSchema = z.object({ ...beginningShape, seen: z.string() });

const { agreedWith, strengths, needs } = beginningShape;

/** What came of one visit. Who was there without seeing the child says why. */
export const recordSchema = z
  .object({
    visit: z.string(),
    came: z.string().pipe(z.enum(cameSchema.options, fault('CAME_MISSING'))),
    note,
    ...{ agreedWith: agreedWith.default(''), strengths: strengths.default(''), needs: needs.default('') },
  })
  .refine(({ came, note: typed }) => came !== 'ATTENDED_UNSEEN' || typed !== '', {
    ...{ error: fault('NOTE_MISSING'), path: ['note'] },
  })
  .refine(({ came, agreedWith: typed }) => came.startsWith('ATTENDED') || typed === '', {
    ...{ error: fault('AGREED_UNMET'), path: ['agreedWith'] },
  });

/** When and where the next visit is. */
export const planSchema = z.object({
  on: z
    .string()
    .trim()
    .refine(isRealDate, { error: fault('DATE_UNREAL'), abort: true }),
  at: timeField(fault('TIME_UNREADABLE')),
  where: z.string().pipe(z.enum(visitPlaceSchema.options, fault('PLACE_UNKNOWN'))),
});

/** Who visits, which weekly visit of theirs the child has, and how many weekly sessions there were before; blank for none. */
export const nameSchema = z.object({
  person: z.string().trim().min(1, fault('PERSON_MISSING')),
  slot: z.string().default(''),
  before: z
    .string()
    .trim()
    .refine((typed) => /^\d{0,2}$/.test(typed) && Number(typed) <= MOST_BEFORE, { error: fault('BEFORE_UNREADABLE') }),
});

/** The same of a child whom a colleague visits already: who names another has told the family. */
export const handOverSchema = nameSchema.extend({
  told: z
    .string()
    .default('')
    .refine((typed) => typed === 'yes', fault('FAMILY_UNTOLD')),
});

/** What the radio says, as the domain has it. */
export function cameOf(came: CameTyped): Pick<Came, 'what' | 'childSeen'> {
  if (came === 'ATTENDED_SEEN') return { what: 'ATTENDED', childSeen: true };
  return { what: came === 'ATTENDED_UNSEEN' ? 'ATTENDED' : came, childSeen: false };
}
