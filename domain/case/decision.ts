import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { meetingSchema as calendarMeetingSchema } from '../people/meetings.ts';
import { stored } from '../values/stored.ts';

/** The triage meeting in which it was decided: its local day, and the names of who was there. */
const meetingSchema = stored({ on: z.iso.date(), present: z.array(z.string()) });

/** Who decided as well, where it could not wait for a meeting: by id, with the name and role of that day. */
const secondSchema = stored({ person: z.string().optional(), name: z.string(), role: z.string() });

/** The part that a person had in a decision: never for the appraisal of anyone. */
const involvementSchema = stored({
  /** What they had read before it, as codes. */
  read: z.array(z.string()),
  /** Whether it goes against what the checks recommend; null where they recommend nothing, or it decides nothing yet. */
  against: z.boolean().nullable(),
  /** What they say themselves that they had read, and why the record was wrong. */
  corrected: stored({ at: z.iso.datetime(), read: z.array(z.string()), reason: z.string() }).optional(),
});

/** What belongs to a decision of triage beside its outcome and its texts. */
const howDecidedShape = {
  /** The waiting list that the child joins; without it the one of the home. */
  list: stored({ locality: z.string() }).optional(),
  /** The band as who decided confirmed it; without it a person is asked for it. */
  band: z.literal([1, 2, 3]).optional(),
  /** The criterion on which a decision against the child rests. */
  criterion: z.string().optional(),
  meeting: meetingSchema.optional(),
  second: secondSchema.optional(),
  /** What who decided had read before, and whether it goes against the checks. */
  involvement: involvementSchema.optional(),
  /** The SHA-256 of the page as it was sent to who decided; without it none was kept. */
  page: z.string().optional(),
  /** Why it could not wait for a meeting, in the words of who decided. */
  urgentBecause: z.string().optional(),
  /** Of a duplicate: each referrer is told that another professional has referred the same child. */
  tellsOfOther: z.boolean().optional(),
  /** Of a duplicate that was found in triage: the referral that continues. */
  sameAs: z.string().optional(),
  /** The meeting to which it was deferred, as the calendar had it; missing without a calendar. */
  deferredTo: calendarMeetingSchema.optional(),
};

/** The service that a referral is redirected to, by its code; `name` as it was typed for one without a code (`OTHER`). */
export const redirectedToSchema = stored({ code: z.string(), name: z.string().optional() });

/**
 * What one person decided, until it is settled: `effectiveAt` is the end of the undo window. `reason` is for the record and
 * the team and is never shown outside; `message` and `question` are for the referrer, `message` for the family too.
 */
export const decisionSchema = stored({
  outcome: z.string(),
  reason: z.string(),
  message: z.string().optional(),
  /** Blank where none was typed; missing in what an earlier release stored, which asked the reason. */
  question: z.string().optional(),
  /** What the risk to the child is while the referrer is asked, for the team alone; missing in what an earlier release stored. */
  riskWhileWaiting: z.string().optional(),
  service: redirectedToSchema.optional(),
  ...howDecidedShape,
  by: actorSchema,
  decidedAt: z.iso.datetime(),
  effectiveAt: z.iso.datetime(),
});

/** That the second person of a decision asks for it to be looked at again, and when someone did; open without `lookedAt`. */
export const secondLookSchema = stored({
  todo: z.string(),
  at: z.iso.datetime(),
  by: actorSchema,
  words: z.string(),
  lookedAt: z.iso.datetime().optional(),
});
