import * as z from 'zod';
import { listPathwaySchema } from '../case/codes.ts';
import { eventSchema } from '../process/events.ts';
import type { Unlinked } from '../process/history.ts';
import { openCode, stored } from '../values/stored.ts';
import { placeSchema } from './entry.ts';

const place = placeSchema;
const from = placeSchema;

/** Which of the three dates of a child on a list was moved. */
export const datesOfListSchema = z.enum(['REFERRAL', 'LIST', 'TARGET']);
export type DateOfList = z.infer<typeof datesOfListSchema>;

/** Why a child left the lists without support having begun. */
export const leftWhySchema = z.enum([
  'WITHDRAWN',
  'DIED',
  'FAMILY_DECLINED',
  'MOVED_AWAY',
  'OTHER_SERVICE',
  'STARTED_SCHOOL',
  'NOT_REACHED',
  'LISTED_BY_MISTAKE',
  'STAY_AND_PLAY_ALONE',
  'ADVISORY_TEACHER',
]);
export type LeftWhy = z.infer<typeof leftWhySchema>;

/** How the family was reached before their child was taken off a list. */
export const contactHowSchema = z.enum(['BY_PHONE', 'IN_PERSON', 'BY_LETTER', 'BY_EMAIL']);

/** When and how the family was contacted, and by whom of the team. */
const contactSchema = stored({ on: z.iso.date(), how: openCode(contactHowSchema), who: z.string() });
export type ContactBefore = z.infer<typeof contactSchema>;

/**
 * All that can happen to a place, in the histories of cases and of supports. Each carries the whole place that it leads to, or
 * that the child had: `from`. Without a place it is of an earlier release. `TO_SUPPORT` and `FROM_CASE` only say who holds it.
 */
export const listEventSchemas = [
  eventSchema('LISTED', { pathway: openCode(listPathwaySchema), place: place.optional() }),
  eventSchema('BAND_CONFIRMED', { band: z.int(), place: place.optional() }),
  eventSchema('BAND_CHANGED', { band: z.int(), place }),
  eventSchema('LIST_MOVED', { from, place }),
  eventSchema('LIST_HELD', { until: z.iso.date().optional(), place }),
  eventSchema('LIST_HOLD_ENDED', { place }),
  eventSchema('DATE_MOVED', { which: openCode(datesOfListSchema), from: z.iso.date(), to: z.iso.date(), place }),
  eventSchema('LIST_LEFT', { why: openCode(leftWhySchema), from, contact: contactSchema.optional() }),
  eventSchema('LIST_RETURNED', { place }),
  eventSchema('TO_SUPPORT', { from }),
  eventSchema('FROM_CASE', { place }),
  eventSchema('SUPPORT_STARTED', { on: z.iso.date(), from }),
] as const;

/** An event of a list as it stands in a history. */
export type ListEvent = z.infer<(typeof listEventSchemas)[number]>;
/** The same before it stands in one. */
export type NewListEvent = Unlinked<ListEvent>;

/** Reads the schemas when it is first asked, so that loading builds nothing of it. */
export function isListEvent(event: { readonly event: string }): event is ListEvent {
  return listEventSchemas.some(({ shape }) => shape.event.value === event.event);
}
