import * as z from 'zod';
import { stored } from '../values/stored.ts';
import { type Actor, actorSchema } from './actor.ts';

/** A task that was on the agenda when people sat down: of triage, or `isWaiting` of a referrer whom the team had asked. */
const agendaEntrySchema = stored({ reference: z.string(), taskId: z.string(), isWaiting: z.boolean().optional() });
export type AgendaEntry = z.infer<typeof agendaEntrySchema>;

/** What is kept of one meeting beside its date and times: who was there, and what stood on its agenda, in order. */
export const sittingSchema = stored({
  on: z.iso.date(),
  version: z.int().min(1),
  /** Names, as they go into each decision. */
  present: z.array(z.string()),
  agenda: z.array(agendaEntrySchema),
  /** Each time that it was recorded who was there, and by whom. */
  history: z.array(stored({ at: z.iso.datetime(), by: actorSchema, present: z.array(z.string()) })),
});
export type Sitting = z.infer<typeof sittingSchema>;

export interface Attendance {
  readonly on: string;
  readonly present: readonly string[];
  readonly agenda: readonly AgendaEntry[];
}

/** The next version of what is kept of a meeting. What was on the agenda before stays on it, and what is new comes after. */
export function attended(
  before: Sitting | undefined,
  { on, present, agenda }: Attendance,
  { now, by }: { readonly now: string; readonly by: Actor },
): Sitting {
  const known = before?.agenda ?? [];
  const added = agenda.filter(({ taskId }) => !known.some((entry) => entry.taskId === taskId));
  return {
    ...before,
    on,
    version: (before?.version ?? 0) + 1,
    present: [...present],
    agenda: [...known, ...added],
    history: [...(before?.history ?? []), { at: now, by, present: [...present] }],
  };
}
