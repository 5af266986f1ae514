import * as z from 'zod';
import { text } from '#domain/referral/text.ts';
import type { CommandRule } from './command.ts';

const LONGEST_REASON = 2000;

/** The rule of each fault of a reason that must be given. */
export const reasonFaults = {
  REASON_MISSING: 'missing',
  REASON_TOO_LONG: 'too-long',
  REASON_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type ReasonFault = keyof typeof reasonFaults;

/** A reason that must be given, trimmed and checked: at most 2,000 characters. */
export const reasonSchema = text(LONGEST_REASON, {
  missing: 'REASON_MISSING',
  tooLong: 'REASON_TOO_LONG',
  unprintable: 'REASON_UNPRINTABLE',
});

/** A command that is a reason alone, to be read before anything is done. */
export const reasonAloneSchema = z.object({ reason: reasonSchema });
