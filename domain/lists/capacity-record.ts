import * as z from 'zod';
import { settingEventSchema } from '../people/setting-event.ts';
import { openCode, stored } from '../values/stored.ts';
import { venueSchema } from '../values/venue-facts.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';

/** What a group is: both are by invitation after triage. */
export const groupPathwaySchema = z.enum(['PORTAGE_GROUP', 'LITTLE_TREASURES']);

/** One visit a week: on this day, such as `MONDAY`, by the clock of London, from one date on and until another, both included. */
const visitSlotSchema = stored({
  id: z.string(),
  day: z.string(),
  at: timeOfDaySchema,
  from: z.iso.date(),
  until: z.iso.date().optional(),
});
export type VisitSlot = z.infer<typeof visitSlotSchema>;

/** Who visits in one area. Someone who visits in two stands here twice. Their leave is that of the team record. */
const practitionerSchema = stored({ person: z.string(), locality: z.string(), slots: z.array(visitSlotSchema) });
export type Practitioner = z.infer<typeof practitionerSchema>;

/** A weekly group: where it meets and how people get in, when, and for how many children. */
const groupSchema = stored({
  id: z.string(),
  pathway: openCode(groupPathwaySchema),
  name: z.string(),
  locality: z.string(),
  ...venueSchema.shape,
  /** How people get in, in a sentence of the team. */
  access: z.string(),
  places: z.int().min(1),
  /** The most places that it ever had, where those are more: children keep a place that is gone. */
  most: z.int().min(1).optional(),
  day: z.string(),
  at: timeOfDaySchema,
  ends: timeOfDaySchema,
  from: z.iso.date(),
  until: z.iso.date().optional(),
});
export type Group = z.infer<typeof groupSchema>;

/** Dates between which visits and groups take place, both included. */
const termSchema = stored({ name: z.string(), from: z.iso.date(), to: z.iso.date() });
export type Term = z.infer<typeof termSchema>;

/** A day without visits and groups, beside weekends, bank holidays and the closing days of the configuration. */
const closedDaySchema = stored({ on: z.iso.date(), why: z.string() });
export type ClosedDay = z.infer<typeof closedDaySchema>;

const whatSchema = z.enum([
  'PRACTITIONER_ADDED',
  'PRACTITIONER_REMOVED',
  'SLOTS_ADDED',
  'SLOT_ENDED',
  'GROUP_ADDED',
  'GROUP_CHANGED',
  'TERM_ADDED',
  'TERM_REMOVED',
  'CLOSED_DAY_ADDED',
  'CLOSED_DAY_REMOVED',
  'LONE_WORKING_CHANGED',
]);

/** One change of it. */
const capacityEventSchema = settingEventSchema(whatSchema);
export type CapacityEvent = z.infer<typeof capacityEventSchema>;

/** What the service can offer, and every change of it. Version 0 is empty and not stored. */
export const capacitySchema = stored({
  version: z.int().min(0),
  practitioners: z.array(practitionerSchema),
  groups: z.array(groupSchema),
  /** In order of their first day. Without any, visits and groups take place all year. */
  terms: z.array(termSchema),
  /** In order of their date. */
  closedOn: z.array(closedDaySchema),
  /** Whom practitioners call who work alone. The council runs it; this service watches no one. */
  loneWorking: stored({ phone: z.string() }).optional(),
  history: z.array(capacityEventSchema),
});
export type Capacity = z.infer<typeof capacitySchema>;

/** What there is until someone enters the first of it. */
export const NO_CAPACITY: Capacity = {
  version: 0,
  practitioners: [],
  groups: [],
  terms: [],
  closedOn: [],
  history: [],
};
