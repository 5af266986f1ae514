import * as z from 'zod';
import { localitySchema } from '#domain/referral/codes.ts';
import { text } from '#domain/referral/text.ts';
import { oneLine } from '#domain/values/characters.ts';
import { venueFactSchema } from '#domain/values/venue-facts.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { CommandRule } from '../command.ts';
import { timeField } from '../time-command.ts';

/** The rule of each fault of when and where Stay and Play is. */
export const townFaults = {
  TOWN_UNKNOWN: 'not-a-choice',
  WEEKDAY_UNKNOWN: 'not-a-choice',
  BEGINS_UNREADABLE: 'missing',
  ENDS_UNREADABLE: 'missing',
  ENDS_FIRST: 'ends-before-it-starts',
  VENUE_MISSING: 'missing',
  VENUE_TOO_LONG: 'too-long',
  VENUE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;

const fault = (code: keyof typeof townFaults) => code;
const LONGEST_VENUE = 200;

const town = z.string().pipe(z.enum(localitySchema.options, fault('TOWN_UNKNOWN')));
const venue = text(LONGEST_VENUE, {
  missing: fault('VENUE_MISSING'),
  tooLong: fault('VENUE_TOO_LONG'),
  unprintable: fault('VENUE_UNPRINTABLE'),
});

/** When and where Stay and Play is in one town, trimmed and checked. */
export const townSchema = z
  .object({
    change: z.literal('TOWN'),
    town,
    day: z.string().pipe(z.enum(weekdays, fault('WEEKDAY_UNKNOWN'))),
    from: timeField(fault('BEGINS_UNREADABLE')),
    until: timeField(fault('ENDS_UNREADABLE')),
    // It stands within a line of a letter.
    venue: venue.overwrite(oneLine),
    facts: z.array(venueFactSchema).optional(),
  })
  .refine(({ from, until }) => from < until, { error: fault('ENDS_FIRST'), path: ['until'] });

/** That letters say no day and place for one town any more. */
export const townRemovedSchema = z.object({ change: z.literal('TOWN_REMOVED'), town });
