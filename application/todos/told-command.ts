import * as z from 'zod';
import { howToldSchema } from '#domain/case/telling.ts';
import { blankableText } from '#domain/referral/text.ts';
import type { CommandRule } from '../command.ts';
import { type Days, dayFaults, withDay } from '../day-command.ts';

const LONGEST = 300;

/** The rule of each fault of what is entered about telling a family. */
export const toldFaults = {
  HOW_MISSING: 'not-a-choice',
  ...dayFaults,
  WORDS_MISSING: 'missing',
  REASON_MISSING: 'missing',
  WORDS_TOO_LONG: 'too-long',
  WORDS_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type ToldFault = keyof typeof toldFaults;

const typedSchema = z.object({
  how: z.string().trim(),
  /** `YYYY-MM-DD` as it was typed, real or not; blank when nothing was. */
  on: z.string(),
  /** Who told them, or why no one does. */
  words: blankableText(LONGEST, { tooLong: 'WORDS_TOO_LONG', unprintable: 'WORDS_UNPRINTABLE' }),
});
export type ToldCommand = z.input<typeof typedSchema>;

/**
 * What is entered about telling a family, trimmed and checked. The day must lie between the day on which the referral came
 * and today. That no one tells them needs a reason and no day.
 */
export function toldSchema(days: Days, mayStayUntold: boolean) {
  const fault = (error: ToldFault, field: keyof ToldCommand) => ({ error, path: [field], when: () => true });
  const isTold = ({ how }: ToldCommand) => how !== 'NOT_TOLD';
  const asked = typedSchema.refine(
    ({ how }) => howToldSchema.safeParse(how).success && (mayStayUntold || how !== 'NOT_TOLD'),
    fault('HOW_MISSING', 'how'),
  );
  return withDay(asked, days, isTold)
    .refine((typed) => !isTold(typed) || typed.words.trim() !== '', fault('WORDS_MISSING', 'words'))
    .refine((typed) => isTold(typed) || typed.words.trim() !== '', fault('REASON_MISSING', 'words'));
}
