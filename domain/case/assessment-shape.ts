import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';
import { waitReviewSchema } from './wait-review-shape.ts';

/** What an initial assessment can lead to. Source: RULES, "After triage", and the outcomes of the service. */
export const assessmentOutcomeSchema = z.enum([
  'HOME_VISITING',
  'PORTAGE_GROUP',
  'LITTLE_TREASURES',
  'STAY_AND_PLAY_ALONE',
  'ADVISORY_TEACHER',
]);
export type AssessmentOutcome = z.infer<typeof assessmentOutcomeSchema>;

/** Why an initial assessment did not take place: the child was not brought, or no one let us in. */
export const missedWhySchema = z.enum(['NOT_BROUGHT', 'NO_ACCESS']);
export type MissedWhy = z.infer<typeof missedWhySchema>;

/** What a person can decide after initial assessments that were missed. */
export const goesOnSchema = z.enum(['OFFER_AGAIN', 'ASK_REFERRER', 'TAKE_OFF']);

/** What people are owed of it: see domain/notices/assessment-notices.ts. */
export const visitNewsSchema = z.enum(['BOOKED', 'MOVED', 'CANCELLED', 'REMINDER', 'MISSED', 'OUTCOME']);
export type VisitNews = z.infer<typeof visitNewsSchema>;

/** One initial assessment that is booked: by the clock of London, with a colleague, at home unless it says where. */
const visitSchema = stored({
  n: z.int().min(1),
  on: z.iso.date(),
  at: timeOfDaySchema,
  person: z.string(),
  /** Where it is, as people typed it; without it at the child's home. */
  where: z.string().optional(),
  by: actorSchema,
  bookedAt: z.iso.datetime(),
  /** When the family is reminded; absent once they were, and where it is booked too late for that. */
  remindAt: z.iso.datetime().optional(),
});
export type Visit = z.infer<typeof visitSchema>;

/** The initial assessment of a child, from the first booking to its outcome. */
const assessmentSchema = stored({
  /** How many bookings there were, each move included: it numbers them. */
  bookings: z.int().min(0),
  visit: visitSchema.optional(),
  missed: z.array(
    stored({ n: z.int(), on: z.iso.date(), why: openCode(missedWhySchema), at: z.iso.datetime(), by: actorSchema }),
  ),
  /** Since when a person is asked how it goes on, and why, as a code. Nothing is booked until they have said. */
  asked: stored({ at: z.iso.datetime(), why: openCode(z.enum(['MISSED_TWICE', 'SAFETY_FLAG'])) }).optional(),
  /** What is owed to people, and since when. */
  owed: stored({ news: openCode(visitNewsSchema), at: z.iso.datetime() }).optional(),
  done: stored({
    on: z.iso.date(),
    outcome: openCode(assessmentOutcomeSchema),
    at: z.iso.datetime(),
    by: actorSchema,
  }).optional(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

/** What a case knows of the initial assessment of its child, and of the review of a long wait. */
export const assessmentShape = {
  assessment: assessmentSchema.optional(),
  /** Hours a week in a setting, as the family said last; the referral says what they were. */
  settingHoursNow: z.number().min(0).max(168).optional(),
  waitReview: waitReviewSchema.optional(),
};
