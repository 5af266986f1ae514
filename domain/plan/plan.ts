import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { eventSchema, historySchema } from '../process/events.ts';
import type { Unlinked } from '../process/history.ts';
import { openCode, stored } from '../values/stored.ts';

/** How far a child is with one outcome, as the practitioner and the family see it. */
export const progressSchema = z.enum(['NOT_YET', 'A_LITTLE', 'MOSTLY', 'REACHED']);
export type Progress = z.infer<typeof progressSchema>;

/** One thing that the family hopes for, in small steps. The id stays when its words change. */
const outcomeSchema = stored({
  id: z.string(),
  what: z.string(),
  steps: z.array(z.string()),
  progress: openCode(progressSchema),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** What was written with the family, all of it as it was typed. It may say anything about the child. */
const writtenShape = {
  outcomes: z.array(outcomeSchema),
  activities: z.string(),
  others: z.string(),
  writtenWith: z.string(),
  by: actorSchema,
  at: z.iso.datetime(),
};

const outcome = z.string();

/** What can happen to a plan. The text of PLAN_WRITTEN says with whom. */
const knownEventSchema = z.discriminatedUnion('event', [
  eventSchema('PLAN_WRITTEN', { edition: z.int().min(1) }),
  eventSchema('PROGRESS_NOTED', { outcome, progress: openCode(progressSchema) }),
  eventSchema('PLAN_PRINTED', { adult: z.int().min(0), edition: z.int().min(1), hasPlaces: z.boolean() }),
]);
type KnownEvent = z.infer<typeof knownEventSchema>;

/** Reads the schema when it is first asked, so that loading builds none of it. */
function isOfThisRelease(name: string): boolean {
  return knownEventSchema.options.some((option) => option.shape.event.value === name);
}

/** An event of this release before it stands in the history. */
export type NewPlanEvent = Unlinked<KnownEvent>;

/** The plan of one child: one item, changed by one conditional write at a time. What it said before is in its editions. */
export const planSchema = stored({
  reference: z.string(),
  version: z.int().min(1),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** How often it was written: the number of the present text. */
  edition: z.int().min(1),
  /** The highest number of an outcome so far, so that no id is given twice. */
  outcomesSoFar: z.int().min(0),
  ...writtenShape,
  history: z.array(historySchema(knownEventSchema, isOfThisRelease)),
});
export type Plan = z.infer<typeof planSchema>;

/** The plan as an earlier edition had it, with the progress at its end. Never changed. */
export const planEditionSchema = stored({ reference: z.string(), edition: z.int().min(1), ...writtenShape });
export type PlanEdition = z.infer<typeof planEditionSchema>;
