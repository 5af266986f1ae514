import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { stored } from '../values/stored.ts';

/** Whether a child came to one session of a group. `on`: local date. */
export const attendanceSchema = stored({
  group: z.string(),
  on: z.iso.date(),
  isPresent: z.boolean(),
  at: z.iso.datetime(),
  by: actorSchema,
});
export type Attendance = z.infer<typeof attendanceSchema>;
