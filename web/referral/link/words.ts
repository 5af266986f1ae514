import { COLLEAGUE_ASKED } from '../words.ts';

/** What a page says that asks a referrer for the date of birth. */
export const linkWords = {
  title: (reference: string) => `Referral ${reference}`,
  handOver: `${COLLEAGUE_ASKED} Nothing changes until you have read what it means and agreed.`,
  check: 'Before we show you this referral, we need to check that you know the child.',
  legend: 'What is the child’s date of birth?',
  wrong: 'This is not the date of birth in the referral',
} as const;
