import * as z from 'zod';
import { timeOfDaySchema } from '#domain/values/working-calendar.ts';

/** A time of day as `HH:MM`, trimmed; any other text is the fault of this code. */
export function timeField(unreadable: string) {
  return z
    .string()
    .trim()
    .refine((typed) => timeOfDaySchema.safeParse(typed).success, { error: unreadable, abort: true });
}
