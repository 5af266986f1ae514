import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { newTodo, referenceOfTodo, type Todo, TRIAGERS } from '../people/todo.ts';
import { londonInstant } from '../values/dates.ts';
import { openCode, stored } from '../values/stored.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { addWorkingDays } from '../values/working-days.ts';
import { triageOutcomeSchema } from './codes.ts';

/**
 * What a meeting said of one child, in one line, until someone decides. It decides nothing. `reason` is for the team, like
 * that of a decision.
 */
export const minuteSchema = stored({
  reference: z.string(),
  taskId: z.string(),
  version: z.int().min(1),
  /** The date of the meeting. */
  on: z.iso.date(),
  outcome: openCode(triageOutcomeSchema),
  band: z.literal([1, 2, 3]).optional(),
  reason: z.string(),
  by: actorSchema,
  at: z.iso.datetime(),
});
export type Minute = z.infer<typeof minuteSchema>;

/** How long the team has to write a minuted decision up, in working days. Source: local choice. */
const WRITE_UP_DAYS = 2;

/** What stands on Today until a minuted task is decided. It is asked for once, however often the minute is changed. */
export function writeUpOf({ reference, taskId, on, at }: Minute, calendar: WorkingCalendar): Todo {
  const due = londonInstant(addWorkingDays(on, WRITE_UP_DAYS, calendar), calendar.workingHours.to);
  const cause = taskId.slice(`${reference}-`.length);
  return newTodo({ reference, kind: 'WRITE_UP', cause, for: TRIAGERS, why: 'MINUTED', openedAt: at, due });
}

/** The task that is to be written up by a TODO of this id; undefined for any other TODO. */
export function minutedTask(id: string): string | undefined {
  const [, cause] = /-WRITE_UP-(T\d+)$/.exec(id) ?? [];
  const reference = referenceOfTodo(id);
  return cause === undefined || reference === undefined ? undefined : `${reference}-${cause}`;
}
