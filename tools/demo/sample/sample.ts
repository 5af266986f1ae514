import type * as z from 'zod';
import type { DuplicateOutcome, ListPathway, TriageOutcome } from '#domain/case/codes.ts';
import type { referralSchema } from '#domain/referral/schema.ts';

type Body = z.input<typeof referralSchema>;

/** A real file under tools/demo/files and what a referrer says of it. */
export type Document = { file: string; item: Body['evidence'][number] };

/** What someone does about a referral, and when (wall clock in London). */
export type Act =
  | { at: string; does: 'SEND' }
  | {
      at: string;
      does: 'DECIDE';
      triager: number;
      outcome: TriageOutcome | DuplicateOutcome;
      reason: string;
      question?: string;
      risk?: string;
      criterion?: string;
    }
  | { at: string; does: 'ANSWER'; text: string }
  | { at: string; does: 'CONFIRM_FORWARDING' };

/** Where a referral must have got to in the end; `refused`: the code with which the API refuses it. */
export type Ending = { status: string; outcome: string } | { refused: string };

/** One fictional referral and its documents. */
export type FictionalReferral = {
  /** How the commands speak of it: the case, never the child. */
  name: string;
  body: Omit<Body, 'evidence'>;
  documents: readonly Document[];
};

/** Who sends what, what people do about it, and how it must end. */
export type SampleReferral = FictionalReferral & {
  acts: readonly Act[];
  ends: Ending;
};

/** A list as it must stand in the end, its referrals by name in order. */
export type ExpectedList = { pathway: ListPathway; locality: string; names: readonly string[] };
