import * as z from 'zod';
import { stored } from '../values/stored.ts';

const factsShape = {
  taskId: z.string(),
  /** When it took effect. */
  at: z.iso.datetime(),
  outcome: z.string(),
  /** Whether it went against what the checks recommend; null where there is nothing to compare it with. */
  against: z.boolean().nullable(),
};

/** A decision of triage that took effect and is not counted yet, as its case has it until it is. */
export const toCountSchema = stored(factsShape);

/** What is kept to count decisions of triage that took effect: codes only, and neither the child nor who decided. */
export const settledDecisionSchema = stored({ reference: z.string(), ...factsShape });
export type SettledDecision = z.infer<typeof settledDecisionSchema>;
