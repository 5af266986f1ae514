import type { EnteredBy } from '#domain/draft/paper-entry.ts';
import { plainDate } from '#domain/values/dates.ts';

const ways: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    PAPER: 'from paper',
    EMAIL: 'from an email',
    PHONE: 'from a phone call',
    IMPORT: 'from a spreadsheet',
  }),
);

/** What staff entered a referral from, such as `from paper`. */
export function wayInWords(cameBy: EnteredBy['cameBy']): string {
  return ways.get(cameBy) ?? 'from something else';
}

/** Who entered a referral, from what, and when it arrived. Empty for one that its referrer sent. */
export function enteredInWords({
  entered,
  referralOn,
}: {
  entered?: EnteredBy | undefined;
  referralOn: string;
}): string {
  if (!entered) return '';
  const { name, role } = entered.by;
  return `Entered by ${name}, ${role}, ${wayInWords(entered.cameBy)}. It arrived on ${plainDate(referralOn)}`;
}
