import * as z from 'zod';
import { text } from '../referral/text.ts';
import { addDays, isRealDate } from '../values/dates.ts';
import { openCode, stored } from '../values/stored.ts';

/**
 * The oldest referral that staff may enter, in days: a year and a day, to include this day last year. After that the child
 * and the family's wishes have changed, so the referrer must be asked again.
 */
export const MOST_DAYS_AGO = 366;

export const receivedViaSchema = z.enum(['PAPER', 'EMAIL', 'PHONE']);

/** How a referral arrived that staff entered, one by one or with a present list. */
export const enteredViaSchema = z.enum([...receivedViaSchema.options, 'IMPORT']);

const staffSchema = stored({
  mailbox: z.string(),
  /** By id; absent where it came through the mailbox of a team. */
  person: z.string().optional(),
  name: text(120),
  role: text(120),
});

/** Who of the staff entered a referral, and how it arrived. */
export const enteredSchema = stored({ cameBy: openCode(enteredViaSchema), by: staffSchema });
export type EnteredBy = z.infer<typeof enteredSchema>;

/** The same for a draft, with the day the referral arrived. */
export const entrySchema = staffSchema.extend({ arrivedOn: z.iso.date(), cameBy: openCode(receivedViaSchema) });
export type Entry = z.infer<typeof entrySchema>;

/** How a referral that staff entered arrived. The day it arrived is its referral date. */
export const paperEntrySchema = z.object({
  referralOn: z.iso.date(),
  cameBy: openCode(receivedViaSchema),
  enteredBy: staffSchema,
});
export type PaperEntry = z.infer<typeof paperEntrySchema>;

/** What is submitted with a draft that staff completed. */
export function paperEntryOf({ arrivedOn, cameBy, mailbox, person, name, role }: Entry): PaperEntry {
  const by = { mailbox, name, role, ...(person === undefined ? {} : { person }) };
  return { referralOn: arrivedOn, cameBy, enteredBy: by };
}

/** What is wrong with the day a referral arrived, and what to do. Undefined when nothing is. */
export function paperEntryProblem(arrivedOn: string, today: string): string | undefined {
  if (!isRealDate(arrivedOn)) return 'The day it arrived must be a real date, like 27 3 2026';
  if (arrivedOn > today) return 'The day it arrived must be today or in the past';
  if (arrivedOn >= addDays(today, -MOST_DAYS_AGO)) return undefined;
  return `It arrived more than ${MOST_DAYS_AGO} days ago. Ask the referrer for a new referral`;
}
