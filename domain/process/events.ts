import * as z from 'zod';
import { stored } from '../values/stored.ts';
import { eventShape, type Unlinked } from './history.ts';

/** The schema of one kind of event: its name and its own fields, beside what every event holds. */
export function eventSchema<Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) {
  return stored({ ...eventShape, event: z.literal(name), ...shape });
}

/**
 * The schema of a history: events of this release by their own fields, and others as something that happened, kept and hashed
 * with its actor. An event of this release without its fields is refused.
 */
export function historySchema<Known extends z.ZodType<{ readonly event: string }>>(
  known: Known,
  isKnown: (name: string) => boolean,
) {
  const later = stored({
    ...eventShape,
    event: z
      .string()
      .refine((name) => !isKnown(name), { error: 'is an event of this release without its fields' })
      .brand<'LaterCode'>(),
  });
  return z.union([known, later]);
}

/** What can happen to any aggregate that has a workflow. */
export const processEventSchemas = [
  eventSchema('WORKFLOW_STARTED', { execution: z.string() }),
  eventSchema('PARKED', { why: z.string() }),
  eventSchema('RESTARTED', { run: z.int().min(1) }),
] as const;

export type ProcessEvent = Unlinked<z.infer<(typeof processEventSchemas)[number]>>;
