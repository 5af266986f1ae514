import * as z from 'zod';
import { waitChangeSchema, waitOfferSchema } from '#domain/lists/review-codes.ts';
import { blankableText } from '#domain/referral/text.ts';
import type { CommandRule } from '../command.ts';
import { dayFaults } from '../day-command.ts';

const LONGEST = 1000;

/** The rule of each fault of what was offered at a review, and when the family was told. */
export const offeringFaults = {
  OFFERING_MISSING: 'not-a-choice',
  OFFERED_TOO_LONG: 'too-long',
  OFFERED_UNPRINTABLE: 'unprintable',
  ...dayFaults,
} as const satisfies Record<string, CommandRule>;

/** The rule of each fault of a review of a long wait. */
export const reviewFaults = {
  CHANGED_TOO_LONG: 'too-long',
  CHANGED_UNPRINTABLE: 'unprintable',
  ...offeringFaults,
} as const satisfies Record<string, CommandRule>;
export type ReviewFault = keyof typeof reviewFaults;

/** What is offered meanwhile, and when the families were told, `YYYY-MM-DD` as it was typed; blank when nothing was. */
export const offeringShape = {
  offering: z.array(waitOfferSchema).min(1, 'OFFERING_MISSING' satisfies ReviewFault),
  offered: blankableText(LONGEST, { tooLong: 'OFFERED_TOO_LONG', unprintable: 'OFFERED_UNPRINTABLE' }),
  on: z.string(),
};

/** What changed since the referral; empty where nothing did. */
export const changesShape = {
  changes: z.array(waitChangeSchema),
  changed: blankableText(LONGEST, { tooLong: 'CHANGED_TOO_LONG', unprintable: 'CHANGED_UNPRINTABLE' }),
};
