import * as z from 'zod';
import { listEventSchemas } from '../lists/list-events.ts';
import { eventSchema, historySchema, processEventSchemas } from '../process/events.ts';
import { linked, type Unlinked } from '../process/history.ts';
import { openCode } from '../values/stored.ts';
import { visitKindSchema, visitPlaceSchema } from './block-shape.ts';
import { closingEventSchema } from './closing-gate.ts';
import { closingReasonSchema } from './closing-reasons.ts';
import { answerSchema, offerEndSchema } from './offer.ts';

const [offer, visit] = [z.string(), z.string()];
const answer = openCode(answerSchema);

/** Everything that can happen to a support, each with its own fields; what people typed stands in `text`. */
const knownEventSchema = z.discriminatedUnion('event', [
  ...processEventSchemas,
  ...listEventSchemas,
  closingEventSchema,
  eventSchema('OFFER_MADE', { offer, slot: z.string() }),
  eventSchema('OFFER_REACHED_FAMILY', { offer }),
  eventSchema('OFFER_REMINDED', { offer }),
  eventSchema('OFFER_ANSWERED', { offer, answer }),
  eventSchema('OFFER_ANSWERED_LATE', { offer, answer }),
  eventSchema('OFFER_ENDED', { offer, why: openCode(offerEndSchema) }),
  eventSchema('OFFER_TOLD', { offer }),
  eventSchema('FAMILY_RUNG', { offer, said: z.string().optional() }),
  eventSchema('PRACTITIONER_NAMED', { person: z.string() }),
  eventSchema('VISIT_PLANNED', {
    ...{ visit, on: z.iso.date() },
    ...{ kind: openCode(visitKindSchema), where: openCode(visitPlaceSchema) },
  }),
  eventSchema('EXTENSION_ASKED', { extension: z.string(), sessions: z.int() }),
  eventSchema('EXTENSION_DECIDED', { extension: z.string(), agreed: z.int() }),
  eventSchema('NEWS_TOLD', { what: z.string(), about: z.string() }),
  eventSchema('VISIT_RECORDED', { visit, what: z.string() }),
  /** The text says with whom. */
  eventSchema('AGREEMENT_GONE_THROUGH', { version: z.int().min(1), on: z.iso.date() }),
  eventSchema('STRENGTHS_NOTED', {}),
  eventSchema('NEEDS_NOTED', {}),
  eventSchema('GROUP_ATTENDANCE', { group: z.string(), on: z.iso.date(), isPresent: z.boolean() }),
  eventSchema('MISSED_LOOKED_AT', { missed: z.string() }),
  /** The text says what the service manager decided. */
  eventSchema('BLOCK_LOOKED_AT', { todo: z.string() }),
  eventSchema('SUPPORT_ENDED', { why: z.string() }),
  eventSchema('SUPPORT_CLOSED', { why: openCode(closingReasonSchema) }),
  eventSchema('SUPPORT_RESUMED', {}),
]);
type KnownEvent = z.infer<typeof knownEventSchema>;

/** Reads the schema when it is first asked, so that loading builds none of it. */
function isOfThisRelease(name: string): boolean {
  return knownEventSchema.options.some((option) => option.shape.event.value === name);
}

/** One thing that happened to a support. */
export const supportEventSchema = historySchema(knownEventSchema, isOfThisRelease);
export type SupportEvent = z.infer<typeof supportEventSchema>;

/** An event of this release before it stands in the history. */
export type NewSupportEvent = Unlinked<KnownEvent>;

/** The history with one more event at its end, linked to the one before by its hash. */
export function withEvent(
  history: readonly SupportEvent[],
  event: NewSupportEvent,
  at: string,
  policyVersion: number,
): SupportEvent[] {
  return [...history, linked(history.at(-1), event, at, policyVersion)];
}
