import * as z from 'zod';
import { text } from '#domain/referral/text.ts';
import { closingReasonSchema } from '#domain/support/closing-reasons.ts';
import type { CommandRule } from '../command.ts';
import type { TypedGate } from './read-gate.ts';

/** A report is short: the plan and the notes of the visits say the rest. */
const LONGEST = 4000;

/** The rule of each fault of what is entered to close a support. */
export const closingFaults = {
  CLOSING_WHY_MISSING: 'not-a-choice',
  SESSIONS_LEFT: 'not-a-choice',
  REPORT_MISSING: 'missing',
  REPORT_TOO_LONG: 'too-long',
  REPORT_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type ClosingFault = keyof typeof closingFaults;

const fault = (code: ClosingFault) => code;

/** Why a support is closed, and the report. */
export const closingSchema = z.object({
  why: z.string().pipe(z.enum(closingReasonSchema.options, fault('CLOSING_WHY_MISSING'))),
  report: text(LONGEST, {
    ...{ missing: fault('REPORT_MISSING'), tooLong: fault('REPORT_TOO_LONG') },
    unprintable: fault('REPORT_UNPRINTABLE'),
  }),
});

/** The same of a child whose sessions have not all taken place: that they did is no reason then. */
export const earlyClosingSchema = closingSchema.extend({
  why: closingSchema.shape.why.refine((why) => why !== 'FINISHED', fault('SESSIONS_LEFT')),
});

/** All of it as it was typed, with the answers at the gate. */
export interface TypedClosing extends z.input<typeof closingSchema> {
  readonly gate: TypedGate;
}
