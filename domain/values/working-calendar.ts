import * as z from 'zod';

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
/** A time of day, 24 hours: `09:05`. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 09:00' });

/** The days of one service's own closing, such as 24 December, beside weekends and bank holidays. */
export const closedOnSchema = z.array(z.iso.date()).max(200);

/** When a service works, by the clock of London. There is at least one day a week, and every day ends after it begins. */
export const workingCalendarSchema = z.strictObject({
  workingDays: z.array(z.enum(WEEKDAYS)).min(1).max(7),
  workingHours: z
    .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
    .refine(({ from, to }) => from < to, { path: ['to'], error: 'must be later than the time from which people work' }),
  closedOn: closedOnSchema,
});

/** When a service works. */
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>;

/** Monday to Friday, 9am to 5pm, with no closing days of the service's own. */
export const officeHours: WorkingCalendar = {
  workingDays: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
  workingHours: { from: '09:00', to: '17:00' },
  closedOn: [],
};

/** Monday to Sunday, in the order in which `weekdayOf` counts them. */
export const weekdays: readonly (typeof WEEKDAYS)[number][] = WEEKDAYS;
