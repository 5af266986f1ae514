import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';

/** What a visit is: the one at which the agreement is gone through, or a weekly session, which counts. */
export const visitKindSchema = z.enum(['INITIAL', 'SESSION']);
export type VisitKind = z.infer<typeof visitKindSchema>;

/** Where a visit is: at the child's home, or where the family would rather meet. */
export const visitPlaceSchema = z.enum(['HOME', 'CHILDRENS_CENTRE', 'SETTING']);
export type VisitPlace = z.infer<typeof visitPlaceSchema>;

/** What came of a visit. Of a family that was missed: at home `NO_ACCESS`, elsewhere `WAS_NOT_BROUGHT`. */
const visitOutcomeSchema = z.enum([
  'ATTENDED',
  'FAMILY_CANCELLED',
  'SERVICE_CANCELLED',
  'NO_ACCESS',
  'WAS_NOT_BROUGHT',
]);
export type VisitOutcome = z.infer<typeof visitOutcomeSchema>;

/** One visit, by the clock of London; it waits until its outcome is recorded. The id numbers it within its support. */
export const visitSchema = stored({
  id: z.string(),
  kind: openCode(visitKindSchema),
  on: z.iso.date(),
  at: timeOfDaySchema,
  where: openCode(visitPlaceSchema),
  plannedBy: actorSchema,
  plannedAt: z.iso.datetime(),
  outcome: stored({
    what: openCode(visitOutcomeSchema),
    childSeen: z.boolean(),
    /** As it was typed; it may say anything about the child. */
    note: z.string().optional(),
    by: actorSchema,
    at: z.iso.datetime(),
  }).optional(),
});
export type Visit = z.infer<typeof visitSchema>;

/** Further weekly sessions that were asked for, and what a service manager decided: 0 agreed is no. */
const extensionSchema = stored({
  id: z.string(),
  sessions: z.int().min(1),
  why: z.string(),
  by: actorSchema,
  at: z.iso.datetime(),
  answer: stored({
    agreed: z.int().min(0),
    reason: z.string(),
    by: actorSchema,
    role: z.string(),
    at: z.iso.datetime(),
  }).optional(),
});
export type Extension = z.infer<typeof extensionSchema>;

/** Which version of the home visiting agreement was gone through, and with whom, as it was typed. `on`: local date. */
const agreementSchema = stored({
  version: z.int().min(1),
  with: z.string(),
  on: z.iso.date(),
  by: actorSchema,
  at: z.iso.datetime(),
});

/** What the child does well and where the family would like help, as it was typed at the initial visit or since. */
const notedSchema = stored({ strengths: z.string(), needs: z.string(), by: actorSchema, at: z.iso.datetime() });

/** One block of home visits with one practitioner at a time. A child has at most one that is live. */
export const blockSchema = stored({
  pathway: z.string(),
  /** The id of the person who visits. */
  practitioner: z.string(),
  /** The weekday and the time that the family accepted; each next session is planned for it. */
  weekly: stored({ day: z.string(), at: timeOfDaySchema }).optional(),
  since: z.iso.datetime(),
  /** Weekly sessions that took place before this service kept them. */
  sessionsBefore: z.int().min(0).optional(),
  /** Oldest first. Only the last can wait for its outcome. */
  visits: z.array(visitSchema),
  /** The last time that the agreement was gone through; absent before the first. */
  agreement: agreementSchema.optional(),
  noted: notedSchema.optional(),
  /** Oldest first. Only the last can wait for a decision. */
  extensions: z.array(extensionSchema).optional(),
});
export type Block = z.infer<typeof blockSchema>;
