import * as z from 'zod';
import { stored } from '../values/stored.ts';
import { eventShape, type Unlinked } from './history.ts';

/** The schema of one kind of event: its name and its own fields, beside what every event holds. */
export function eventSchema<Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) {
  return stored({ ...eventShape, event: z.literal(name), ...shape });
}

/** What can happen to any aggregate that has a workflow. */
export const processEventSchemas = [
  eventSchema('WORKFLOW_STARTED', { execution: z.string() }),
  eventSchema('PARKED', { why: z.string() }),
  eventSchema('RESTARTED', { run: z.int().min(1) }),
] as const;

export type ProcessEvent = Unlinked<z.infer<(typeof processEventSchemas)[number]>>;
