import * as z from 'zod';
import { groupPathwaySchema } from '#domain/lists/capacity-record.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { text } from '#domain/referral/text.ts';
import { oneLine } from '#domain/values/characters.ts';
import { isRealDate } from '#domain/values/dates.ts';
import { venueFactSchema } from '#domain/values/venue-facts.ts';
import { weekdays } from '#domain/values/working-calendar.ts';
import type { CommandRule } from '../command.ts';
import { timeField } from '../time-command.ts';

/** The rule of each fault of a change of what the service can offer. */
export const capacityFaults = {
  PERSON_MISSING: 'missing',
  LOCALITY_UNKNOWN: 'not-a-choice',
  DAY_UNKNOWN: 'not-a-choice',
  TIME_UNREADABLE: 'missing',
  ENDS_UNREADABLE: 'missing',
  ENDS_FIRST: 'ends-before-it-starts',
  FROM_UNREAL: 'not-a-date',
  UNTIL_UNREAL: 'not-a-date',
  UNTIL_FIRST: 'ends-before-it-starts',
  PATHWAY_UNKNOWN: 'not-a-choice',
  NAME_MISSING: 'missing',
  NAME_TOO_LONG: 'too-long',
  NAME_UNPRINTABLE: 'unprintable',
  VENUE_MISSING: 'missing',
  VENUE_TOO_LONG: 'too-long',
  VENUE_UNPRINTABLE: 'unprintable',
  ACCESS_MISSING: 'missing',
  ACCESS_TOO_LONG: 'too-long',
  ACCESS_UNPRINTABLE: 'unprintable',
  PLACES_UNREADABLE: 'not-a-choice',
  WHY_MISSING: 'missing',
  WHY_TOO_LONG: 'too-long',
  WHY_UNPRINTABLE: 'unprintable',
  PHONE_MISSING: 'missing',
  PHONE_TOO_LONG: 'too-long',
  PHONE_UNPRINTABLE: 'unprintable',
} as const satisfies Record<string, CommandRule>;
export type CapacityFault = keyof typeof capacityFaults;

const fault = (code: CapacityFault) => code;
const LONGEST = { name: 80, venue: 200, access: 300, why: 120, phone: 100 } as const;
const PLACES = /^([1-9]|[1-3]\d|40)$/;
const MOST_TIMES = 12;

const person = z.string().trim().min(1, fault('PERSON_MISSING'));
const locality = z.string().pipe(z.enum(localitySchema.options, fault('LOCALITY_UNKNOWN')));
const day = z.string().pipe(z.enum(weekdays, fault('DAY_UNKNOWN')));
const from = date('FROM_UNREAL');
const until = date('UNTIL_UNREAL');
/** Blank where there is no last day. */
const untilOrNone = z
  .string()
  .trim()
  .refine((on) => on === '' || isRealDate(on), { error: fault('UNTIL_UNREAL'), abort: true });
const at = timeField(fault('TIME_UNREADABLE'));
const name = line('name', 'NAME_MISSING', 'NAME_TOO_LONG', 'NAME_UNPRINTABLE');
const where = { person, locality };

const groupFields = {
  pathway: z.string().pipe(z.enum(groupPathwaySchema.options, fault('PATHWAY_UNKNOWN'))),
  name,
  locality,
  venue: line('venue', 'VENUE_MISSING', 'VENUE_TOO_LONG', 'VENUE_UNPRINTABLE'),
  access: line('access', 'ACCESS_MISSING', 'ACCESS_TOO_LONG', 'ACCESS_UNPRINTABLE'),
  facts: z.array(venueFactSchema).optional(),
  places: z.string().trim().regex(PLACES, fault('PLACES_UNREADABLE')).transform(Number),
  day,
  at,
  ends: timeField(fault('ENDS_UNREADABLE')),
  from,
  until: untilOrNone,
};

/** A group as it is entered or changed, with the id that it has. */
const groupSchema = z
  .object({ change: z.enum(['GROUP', 'GROUP_CHANGED']), id: z.string().min(1), ...groupFields })
  .refine((group) => group.at < group.ends, { error: fault('ENDS_FIRST'), path: ['ends'] })
  .refine((group) => group.until === '' || group.from <= group.until, {
    ...{ error: fault('UNTIL_FIRST'), path: ['until'] },
  });

/** A change of what the service can offer, trimmed and checked. What the record as it is does not allow is refused when it is written. */
export const capacitySchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('PRACTITIONER'), ...where }),
  z.object({ change: z.literal('PRACTITIONER_REMOVED'), ...where }),
  z.object({
    change: z.literal('SLOTS'),
    ...where,
    day,
    at: z.array(at).min(1, fault('TIME_UNREADABLE')).max(MOST_TIMES),
    from,
  }),
  z.object({ change: z.literal('SLOT_ENDED'), slot: z.string(), until }),
  groupSchema,
  z
    .object({ change: z.literal('TERM'), name, from, until })
    .refine((term) => term.from <= term.until, { error: fault('UNTIL_FIRST'), path: ['until'] }),
  z.object({ change: z.literal('TERM_REMOVED'), from }),
  z.object({
    change: z.literal('CLOSED'),
    from,
    why: line('why', 'WHY_MISSING', 'WHY_TOO_LONG', 'WHY_UNPRINTABLE'),
  }),
  z.object({ change: z.literal('CLOSED_REMOVED'), from }),
  z.object({
    change: z.literal('LONE_WORKING'),
    phone: line('phone', 'PHONE_MISSING', 'PHONE_TOO_LONG', 'PHONE_UNPRINTABLE'),
  }),
]);
export type CapacityCommand = z.input<typeof capacitySchema>;
export type CapacityCommandRead = z.output<typeof capacitySchema>;

function date(unreal: CapacityFault) {
  return z
    .string()
    .trim()
    .refine(isRealDate, { error: fault(unreal), abort: true });
}

/** What letters and lists say within a line. */
function line(of: keyof typeof LONGEST, missing: CapacityFault, tooLong: CapacityFault, unprintable: CapacityFault) {
  return text(LONGEST[of], { missing, tooLong, unprintable }).overwrite(oneLine);
}
