import * as z from 'zod';
import { listPathwaySchema } from '#domain/case/codes.ts';
import { bandIn } from '#domain/lists/band.ts';
import { contactHowSchema, datesOfListSchema, leftWhySchema } from '#domain/lists/list-events.ts';
import { actorSchema } from '#domain/people/actor.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { text } from '#domain/referral/text.ts';
import { addMonths, isRealDate } from '#domain/values/dates.ts';
import type { CommandRule } from '../command.ts';
import { reasonFaults, reasonSchema } from '../reason-command.ts';
import type { TypedGate } from '../support/read-gate.ts';

const LONGEST_NAME = 100;
/** A date of a list lies no further from today than this, in months; another year must be mistyped. */
const FARTHEST = 10 * 12;

/** The rule of each fault of a change of a place. */
export const placeFaults = {
  BAND_MISSING: 'not-a-choice',
  PATHWAY_MISSING: 'not-a-choice',
  LOCALITY_MISSING: 'not-a-choice',
  WHICH_MISSING: 'not-a-choice',
  WHY_MISSING: 'not-a-choice',
  HOW_MISSING: 'not-a-choice',
  WHO_MISSING: 'missing',
  WHO_TOO_LONG: 'too-long',
  WHO_UNPRINTABLE: 'unprintable',
  DATE_MISSING: 'missing',
  DATE_UNREAL: 'not-a-date',
  DATE_IN_FUTURE: 'in-future',
  DATE_PAST: 'year',
  DATE_YEAR: 'year',
  ...reasonFaults,
} as const satisfies Record<string, CommandRule>;
export type PlaceFault = keyof typeof placeFaults;

const oneOf = <Codes extends z.ZodEnum>(codes: Codes, error: PlaceFault) =>
  z.string().refine((typed) => codes.safeParse(typed).success, error);

/** The fields of the changes of a place in the order of their forms. */
export const placeFields = [...['band', 'pathway', 'locality', 'which', 'why', 'how', 'on', 'who', 'reason']] as const;

/** Why a person can take a child off the lists. */
export const takenOffWhySchema = leftWhySchema.exclude([
  'WITHDRAWN',
  'DIED',
  'STAY_AND_PLAY_ALONE',
  'ADVISORY_TEACHER',
]);

const shape = {
  reference: z.string(),
  by: actorSchema,
  /** The place as the page showed it, see `markOf`. */
  seen: z.string(),
  reason: reasonSchema,
};

/** The schema of every change of a place, on this day. Dates are `YYYY-MM-DD` as they were typed, blank when nothing was. */
export function placeCommandSchema(today: string) {
  const isPast = (on: string) => !isRealDate(on) || on <= today;
  const past = day(today, true).refine(isPast, 'DATE_IN_FUTURE' satisfies PlaceFault);
  return z.discriminatedUnion('what', [
    z.object({
      ...{ what: z.literal('BAND'), ...shape },
      band: z.string().refine((typed) => bandIn(typed) !== undefined, 'BAND_MISSING' satisfies PlaceFault),
    }),
    z.object({
      ...{ what: z.literal('HOLD'), ...shape },
      on: day(today, false).refine((on) => !isRealDate(on) || on > today, 'DATE_PAST' satisfies PlaceFault),
    }),
    z.object({ what: z.literal('END_HOLD'), ...shape }),
    z.object({
      ...{ what: z.literal('MOVE'), ...shape },
      pathway: oneOf(listPathwaySchema, 'PATHWAY_MISSING'),
      locality: oneOf(localitySchema, 'LOCALITY_MISSING'),
      /** The number of the initial assessment that is booked, as a person confirmed that it still fits; blank otherwise. */
      booking: z.string(),
    }),
    z
      .object({
        what: z.literal('DATE'),
        ...shape,
        which: oneOf(datesOfListSchema, 'WHICH_MISSING'),
        on: day(today, true),
      })
      .refine(({ which, on }) => which === 'TARGET' || isPast(on), {
        ...{ error: 'DATE_IN_FUTURE' satisfies PlaceFault, path: ['on'], when: () => true },
      }),
    z.object({
      ...{ what: z.literal('REMOVE'), ...shape, on: past },
      why: oneOf(takenOffWhySchema, 'WHY_MISSING'),
      how: oneOf(contactHowSchema, 'HOW_MISSING'),
      /** What was typed at the closing gate; it counts where the reason, or a pattern of missed visits, needs it. */
      gate: z.custom<TypedGate>(),
      who: text(LONGEST_NAME, { missing: 'WHO_MISSING', tooLong: 'WHO_TOO_LONG', unprintable: 'WHO_UNPRINTABLE' }),
    }),
  ]);
}

function day(today: string, isAsked: boolean) {
  const isNear = (on: string) =>
    !isRealDate(on) || (on >= addMonths(today, -FARTHEST) && on <= addMonths(today, FARTHEST));
  return z
    .string()
    .refine((on) => !isAsked || on !== '', 'DATE_MISSING' satisfies PlaceFault)
    .refine((on) => on === '' || isRealDate(on), 'DATE_UNREAL' satisfies PlaceFault)
    .refine(isNear, 'DATE_YEAR' satisfies PlaceFault);
}

export type PlaceCommand = z.input<ReturnType<typeof placeCommandSchema>>;
export type ReadPlaceCommand = z.output<ReturnType<typeof placeCommandSchema>>;
