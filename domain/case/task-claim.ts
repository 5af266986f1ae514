import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** Who has taken a task up, so that no one else starts on it. It ends with the task, and keeps no one from deciding. */
const taskClaimSchema = stored({ by: actorSchema, at: z.iso.datetime() });

/** How staff share a task out among themselves. */
export const sharedOutShape = {
  claim: taskClaimSchema.optional(),
  /** From whom it was taken to be handed on: no reminder asks them again. */
  notAsked: z.array(z.string()).optional(),
};

/** What the last check says to people who decide: where the child lives, and which band the rules suggest. */
export const sortedShape = {
  locality: z.string().optional(),
  suggestedBand: z.literal([1, 2, 3]).optional(),
};
