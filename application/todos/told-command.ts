import * as z from 'zod';
import { howToldSchema } from '#domain/case/telling.ts';
import { blankableText } from '#domain/referral/text.ts';
import { isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from '../command.ts';

const LONGEST = 300;

/** The rule of each fault of what is entered about telling a family. */
export const toldFaults = {
  HOW_MISSING: 'not-a-choice',
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  DATE_IN_FUTURE: 'in-future',
  DATE_TOO_EARLY: 'year',
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
export function toldSchema(days: { readonly from: string; readonly today: string }, mayStayUntold: boolean) {
  const fault = (error: ToldFault, field: keyof ToldCommand) => ({ error, path: [field], when: () => true });
  const isTold = ({ how }: ToldCommand) => how !== 'NOT_TOLD';
  const isReal = ({ on }: ToldCommand) => isRealDate(on);
  return typedSchema
    .refine(
      ({ how }) => howToldSchema.safeParse(how).success && (mayStayUntold || how !== 'NOT_TOLD'),
      fault('HOW_MISSING', 'how'),
    )
    .refine((typed) => !isTold(typed) || typed.on !== '', fault('DATE_MISSING', 'on'))
    .refine((typed) => !isTold(typed) || typed.on === '' || isReal(typed), fault('DATE_UNREAL', 'on'))
    .refine((typed) => !isTold(typed) || !isReal(typed) || typed.on <= days.today, fault('DATE_IN_FUTURE', 'on'))
    .refine((typed) => !isTold(typed) || !isReal(typed) || typed.on >= days.from, fault('DATE_TOO_EARLY', 'on'))
    .refine((typed) => !isTold(typed) || typed.words.trim() !== '', fault('WORDS_MISSING', 'words'))
    .refine((typed) => isTold(typed) || typed.words.trim() !== '', fault('REASON_MISSING', 'words'));
}
