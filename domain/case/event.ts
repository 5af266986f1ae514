import * as z from 'zod';
import { enteredViaSchema } from '../draft/paper-entry.ts';
import { importEventSchemas } from '../lists/import/import-events.ts';
import { listEventSchemas } from '../lists/list-events.ts';
import { reviewFoundShape } from '../lists/review-codes.ts';
import { eventSchema, processEventSchemas } from '../process/events.ts';
import { eventShape, linked, type Unlinked } from '../process/history.ts';
import { closingEventSchema } from '../support/closing-gate.ts';
import { closingReasonSchema } from '../support/closing-reasons.ts';
import { openCode, stored } from '../values/stored.ts';
import { assessmentOutcomeSchema, goesOnSchema, missedWhySchema } from './assessment-shape.ts';
import { listPathwaySchema, taskKindSchema } from './codes.ts';
import { familyEventSchemas } from './family-events.ts';
import { jointEventSchemas } from './joint-events.ts';
import { schoolEventSchemas } from './school-events.ts';
import { storedHowSchema } from './telling.ts';

const kind = openCode(taskKindSchema);
/** What who decided had read before, and whether it goes against the checks. */
const involved = {
  read: z.array(z.string()).optional(),
  against: z.boolean().nullable().optional(),
  page: z.string().optional(),
};

/** Everything that can happen to a case, each with its own fields; what people typed stands in `text`. */
const knownEventSchema = z.discriminatedUnion('event', [
  ...processEventSchemas,
  eventSchema('RECEIVED', { receivedVia: openCode(enteredViaSchema).optional(), arrivedOn: z.iso.date().optional() }),
  eventSchema('VALIDATED', {}),
  eventSchema('CHECKED', { outcome: z.string() }),
  eventSchema('STOPPED', { outcome: z.string() }),
  eventSchema('HELD_AS_POSSIBLE_DUPLICATE', { outcome: z.string() }),
  eventSchema('HELD_AS_SUSPICIOUS', {}),
  eventSchema('REFERRER_ASKED', { why: z.string() }),
  eventSchema('REFERRER_ANSWERED', { documents: z.int().min(0), givenOn: z.iso.date().optional() }),
  eventSchema('REFERRER_DID_NOT_ANSWER', { why: z.string() }),
  eventSchema('TRIAGE_OPENED', { kind }),
  eventSchema('TASK_REASSIGNED', { task: z.string(), to: z.array(z.string()) }),
  eventSchema('TODO_HANDED_ON', { todo: z.string(), to: z.string() }),
  eventSchema('TASK_CLAIMED', { task: z.string(), for: z.string().optional() }),
  eventSchema('TASK_RELEASED', { task: z.string() }),
  eventSchema('DUE_DATE_MOVED', { task: z.string(), from: z.iso.datetime(), to: z.iso.datetime() }),
  eventSchema('STILL_PARKED', { why: z.string() }),
  eventSchema('REMINDER_DUE', { kind, round: z.int().min(1) }),
  eventSchema('ESCALATED', { kind, to: openCode(z.enum(['SERVICE_MANAGER', 'OPERATOR'])) }),
  eventSchema('DECISION_RECORDED', {
    task: z.string(),
    outcome: z.string(),
    criterion: z.string().optional(),
    ...involved,
  }),
  eventSchema('INVOLVEMENT_CORRECTED', { task: z.string(), read: z.array(z.string()) }),
  eventSchema('DECISION_UNDONE', { task: z.string(), outcome: z.string() }),
  eventSchema('DECISION_SETTLED', { task: z.string(), outcome: z.string() }),
  ...listEventSchemas,
  closingEventSchema,
  eventSchema('SUPPORT_CLOSED', { why: openCode(closingReasonSchema) }),
  eventSchema('SUPPORT_REOPENED', {}),
  ...importEventSchemas,
  eventSchema('TOLD', {}),
  eventSchema('CLOSED_UNTOLD', {}),
  eventSchema('NOTICE_NEEDS_A_PERSON', { notice: z.string(), why: z.string() }),
  eventSchema('NOTICE_FAILED', {
    notice: z.string(),
    why: z.string(),
    person: z.string().optional(),
    next: z.string().optional(),
  }),
  eventSchema('NOTICE_UNCERTAIN', { notice: z.string(), why: z.string() }),
  eventSchema('NOTICE_PUT_RIGHT', { notice: z.string(), what: z.string() }),
  eventSchema('CONTACT_CHECK_ASKED', {}),
  eventSchema('CONTACT_CHECKED', {}),
  eventSchema('FORWARDING_AGREED', {}),
  eventSchema('SHARED_RECORD_OPENED', {}),
  eventSchema('REFERRAL_JOINED', { other: z.string() }),
  eventSchema('DUPLICATE_CONTINUES', { other: z.string() }),
  eventSchema('TOLD_APART', { other: z.string() }),
  eventSchema('WITHDRAWN', { task: z.string().optional(), pathway: openCode(listPathwaySchema).optional() }),
  eventSchema('WITHDRAWAL_ASKED', {}),
  eventSchema('WITHDRAWAL_AGREED', {}),
  eventSchema('WITHDRAWAL_REFUSED', {}),
  eventSchema('WITHDRAWAL_NOT_REACHED', {}),
  eventSchema('LOOK_AGAIN_ASKED', { from: z.string().optional() }),
  eventSchema('LOOK_AGAIN_ANSWERED', { on: z.iso.date() }),
  eventSchema('REOPENED', {}),
  eventSchema('STOP_SEEN', {}),
  eventSchema('WAIT_REVIEWED', { ...reviewFoundShape, on: z.iso.date(), isSame: z.boolean() }),
  eventSchema('SECOND_LOOK_ASKED', {}),
  eventSchema('SECOND_LOOK_TAKEN', {}),
  eventSchema('DEATH_RECORDED', {}),
  eventSchema('DEATH_UNDONE', {}),
  eventSchema('LEGAL_HOLD_SET', {}),
  eventSchema('LEGAL_HOLD_LIFTED', {}),
  eventSchema('ERASURE_DECIDED', { decision: z.string(), ground: z.string() }),
  eventSchema('ERASURE_ANSWERED', {}),
  eventSchema('ACCESS_REQUESTED', { askedOn: z.iso.date(), holds: z.string(), opinion: z.string() }),
  ...familyEventSchemas,
  eventSchema('BIRTH_DATE_CORRECTED', {}),
  eventSchema('RESPONSIBILITY_RECORDED', { parent: z.int().min(0), holds: z.string() }),
  eventSchema('SAFE_CHANNEL_RECORDED', { parent: z.int().min(0), channel: z.string(), until: z.iso.date() }),
  eventSchema('SAFE_CHANNEL_CONFIRMED', { parent: z.int().min(0), channel: z.string() }),
  eventSchema('SAFE_CHANNEL_REFUSED', { parent: z.int().min(0), channel: z.string() }),
  eventSchema('MAY_HEAR_RECORDED', {}),
  eventSchema('CONTACT_RECORDED', { parent: z.int().min(0), channel: z.string() }),
  eventSchema('FAMILY_CHECK_IN', { nth: z.int().min(1) }),
  ...schoolEventSchemas,
  ...jointEventSchemas,
  eventSchema('ASK_RECEIVED', { what: z.string(), from: z.string() }),
  eventSchema('ASK_ANSWERED', {
    ...{ what: z.string(), how: z.string(), on: z.iso.date() },
    upheld: z.string().optional(),
  }),
  eventSchema('HAND_OVER_ASKED', { handOver: z.string() }),
  eventSchema('HANDED_OVER', { handOver: z.string(), from: z.string() }),
  eventSchema('FAMILY_TOLD', { about: z.string(), how: openCode(storedHowSchema), on: z.iso.date().optional() }),
  eventSchema('LETTER_NOT_POSTED', { about: z.string() }),
  eventSchema('FAMILY_NOT_TOLD', { why: z.string() }),
  eventSchema('STAFF_ASKED_TO_TELL', {}),
  eventSchema('ASSESSMENT_BOOKED', { on: z.iso.date(), time: z.string(), with: z.string() }),
  eventSchema('ASSESSMENT_MOVED', { from: z.iso.date(), on: z.iso.date(), time: z.string(), with: z.string() }),
  eventSchema('ASSESSMENT_CANCELLED', { on: z.iso.date() }),
  eventSchema('ASSESSMENT_MISSED', { on: z.iso.date(), why: openCode(missedWhySchema) }),
  eventSchema('ASSESSMENT_GOES_ON', { what: openCode(goesOnSchema) }),
  eventSchema('ASSESSMENT_DONE', {
    on: z.iso.date(),
    outcome: openCode(assessmentOutcomeSchema),
    settingHours: z.number().optional(),
  }),
]);
export type KnownEvent = z.infer<typeof knownEventSchema>;
export type EventName = KnownEvent['event'];

/** Reads the schema when it is first asked, so that loading builds none of it. */
function isOfThisRelease(name: string): boolean {
  return knownEventSchema.options.some((option) => option.shape.event.value === name);
}

/** An event of a later release: kept, hashed and shown as something that happened, with its actor. */
const laterEventSchema = stored({
  ...eventShape,
  event: z
    .string()
    .refine((name) => !isOfThisRelease(name), { error: 'is an event of this release without its fields' })
    .brand<'LaterCode'>(),
});

/** One thing that happened to a case. */
export const caseEventSchema = z.union([knownEventSchema, laterEventSchema]);
export type CaseEvent = z.infer<typeof caseEventSchema>;

/** An event of this release before it stands in the history. */
export type NewEvent = Unlinked<KnownEvent>;

/** The history with one more event at its end, linked to the one before by its hash. */
export function appendEvent(
  history: readonly CaseEvent[],
  event: NewEvent,
  at: string,
  policyVersion: number,
): CaseEvent[] {
  return [...history, linked(history.at(-1), event, at, policyVersion)];
}

/** Whether this release knows the event by its name and fields. */
export function isKnown(event: CaseEvent): event is KnownEvent {
  return isOfThisRelease(event.event);
}
