import * as z from 'zod';
import { text } from '../referral/text.ts';
import { addDays, isRealDate } from '../values/dates.ts';
import { openCode, stored } from '../values/stored.ts';

/**
 * The longest time, in days, that a paper referral may have waited before staff enter it: a year and a day. After that
 * the child is of another age and the family of another mind, and the referrer has to be asked again.
 */
export const MOST_DAYS_AGO = 366;

export const receivedViaSchema = z.enum(['PAPER', 'EMAIL']);

const staffSchema = stored({
  mailbox: z.string(),
  /** By id; absent where it came through the mailbox of a team. */
  person: z.string().optional(),
  name: text(120),
  role: text(120),
});

/** That staff entered a referral, who, and how it had come. */
export const enteredSchema = stored({ cameBy: openCode(receivedViaSchema), by: staffSchema });
export type EnteredBy = z.infer<typeof enteredSchema>;

/** The same of a draft, with the day on which the referral came. */
export const entrySchema = staffSchema.extend({ arrivedOn: z.iso.date(), cameBy: openCode(receivedViaSchema) });
export type Entry = z.infer<typeof entrySchema>;

/** How a referral that staff entered has come; the day is its referral date. */
export interface PaperEntry {
  readonly referralOn: string;
  readonly cameBy: Entry['cameBy'];
  readonly enteredBy: Pick<Entry, 'mailbox' | 'person' | 'name' | 'role'>;
}

/** What is submitted with a draft that staff have filled in. */
export function paperEntryOf({ arrivedOn, cameBy, mailbox, person, name, role }: Entry): PaperEntry {
  const by = { mailbox, name, role, ...(person === undefined ? {} : { person }) };
  return { referralOn: arrivedOn, cameBy, enteredBy: by };
}

/** What is wrong with the day on which a referral arrived, and how to correct it. Undefined when nothing is wrong. */
export function paperEntryProblem(arrivedOn: string, today: string): string | undefined {
  if (!isRealDate(arrivedOn)) return 'Write a real date with day, month and year, such as 27 3 2026';
  if (arrivedOn > today) return 'Write a day that is not in the future';
  if (arrivedOn >= addDays(today, -MOST_DAYS_AGO)) return undefined;
  return `It came more than ${MOST_DAYS_AGO} days ago. Ask the referrer for a new referral`;
}
