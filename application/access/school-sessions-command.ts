import * as z from 'zod';
import { SCHOOL_SESSIONS } from '#domain/people/school-sessions.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { text } from '#domain/referral/text.ts';
import { oneLine } from '#domain/values/characters.ts';
import { isRealDate } from '#domain/values/dates.ts';
import { venueFactSchema } from '#domain/values/venue-facts.ts';
import type { CommandRule } from '../command.ts';
import { timeField } from '../time-command.ts';
import type { townFaults } from './town-command.ts';

/** The rule of each fault of the sessions of Starting School, beside those that it shares with Stay and Play. */
export const schoolSessionsFaults = {
  SESSION_UNREAL: 'not-a-date',
  SESSION_NOT_IN_SUMMER: 'year',
  SESSION_NOT_AFTER: 'ends-before-it-starts',
} as const satisfies Record<string, CommandRule>;

const fault = (code: keyof typeof schoolSessionsFaults | keyof typeof townFaults) => code;
const LONGEST_VENUE = 200;

const town = z.string().pipe(z.enum(localitySchema.options, fault('TOWN_UNKNOWN')));
const year = z.int();
const date = z.string().refine(isRealDate, { error: fault('SESSION_UNREAL'), abort: true });
const venue = text(LONGEST_VENUE, {
  missing: fault('VENUE_MISSING'),
  tooLong: fault('VENUE_TOO_LONG'),
  unprintable: fault('VENUE_UNPRINTABLE'),
});

/** From the first day of April to the last of July: no summer term begins before or ends after. */
const isInSummer = (on: string, of: number) => on >= `${of}-04-01` && on <= `${of}-07-31`;

/** The five sessions of Starting School in one town, trimmed and checked: each a real day of the summer term, in their order. */
export const schoolSessionsSchema = z
  .object({
    change: z.literal('SCHOOL'),
    town,
    year,
    on: z.array(date).length(SCHOOL_SESSIONS),
    from: timeField(fault('BEGINS_UNREADABLE')),
    until: timeField(fault('ENDS_UNREADABLE')),
    // It stands within a line of a letter.
    venue: venue.overwrite(oneLine),
    facts: z.array(venueFactSchema).optional(),
  })
  .superRefine(({ on, year: of }, context) => {
    on.forEach((one, n) => {
      const path = ['on', n];
      if (!isInSummer(one, of)) context.addIssue({ code: 'custom', message: fault('SESSION_NOT_IN_SUMMER'), path });
      else if (n > 0 && one <= (on[n - 1] ?? ''))
        context.addIssue({ code: 'custom', message: fault('SESSION_NOT_AFTER'), path });
    });
  })
  .refine(({ from, until }) => from < until, { error: fault('ENDS_FIRST'), path: ['until'] });

/** That there are no sessions in one town and year. */
export const schoolSessionsRemovedSchema = z.object({ change: z.literal('SCHOOL_REMOVED'), town, year });
