import * as z from 'zod';
import { mailOutcomeSchema } from '#domain/mail/incoming-mail.ts';
import { isReference } from '#domain/values/reference.ts';
import type { CommandRule } from '../command.ts';

/** What a member of staff typed to close an email. */
export interface TypedClosing {
  readonly outcome: string;
  readonly reference: string;
}

/** The rule of each fault. */
export const closeFaults = {
  OUTCOME_MISSING: 'missing',
  REFERENCE_MISSING: 'missing',
  REFERENCE_UNKNOWN: 'not-a-choice',
} as const satisfies Record<string, CommandRule>;
export type CloseFault = keyof typeof closeFaults;

/** One of the three outcomes. A referral that was entered is named: an email is never closed on one that is not there. */
export const closeMailSchema = z
  .object({
    outcome: z.string().pipe(mailOutcomeSchema.or(z.literal('')).catch('')),
    reference: z.string().trim(),
  })
  .superRefine(({ outcome, reference }, context) => {
    const wrong = (path: string, message: CloseFault) => context.addIssue({ code: 'custom', path: [path], message });
    if (outcome === '') wrong('outcome', 'OUTCOME_MISSING');
    if (outcome !== 'REFERRAL_ENTERED') return;
    if (reference === '') wrong('reference', 'REFERENCE_MISSING');
    else if (!isReference(reference)) wrong('reference', 'REFERENCE_UNKNOWN');
  })
  .transform(({ outcome, reference }) => ({
    outcome: mailOutcomeSchema.parse(outcome),
    reference: outcome === 'REFERRAL_ENTERED' ? reference : undefined,
  }));
