import type { EnteredBy } from '#domain/draft/paper-entry.ts';
import { plainDate } from '#domain/values/dates.ts';

const ways: Readonly<Record<string, string>> = { PAPER: 'from paper', EMAIL: 'from an e-mail' };

/** How a referral had come that staff entered: `from paper`. */
export function wayInWords(cameBy: EnteredBy['cameBy']): string {
  return ways[cameBy] ?? 'from something else';
}

/** Who entered it from what, and when it had come; empty for one that its referrer has sent. */
export function enteredInWords({
  entered,
  referralOn,
}: {
  entered?: EnteredBy | undefined;
  referralOn: string;
}): string {
  if (!entered) return '';
  const { name, role } = entered.by;
  return `Entered by ${name}, ${role}, ${wayInWords(entered.cameBy)}, arrived on ${plainDate(referralOn)}`;
}
