import * as z from 'zod';
import type { Actor } from '../people/actor.ts';
import { eventSchema } from '../process/events.ts';
import type { Unlinked } from '../process/history.ts';
import { text } from '../referral/text.ts';
import { openCode } from '../values/stored.ts';

/** How a family can be tried before a child is let go. */
export const channelSchema = z.enum(['PHONE', 'TEXT', 'EMAIL', 'LETTER', 'VISIT', 'THROUGH_OTHERS']);
export type Channel = z.infer<typeof channelSchema>;

/** How many channels must have been tried where no one could reach the family. Source: no child leaves unseen. */
const CHANNELS = 2;
const LONGEST = { safeguarding: 2000, name: 100 } as const;

/** What can be missing at the gate, as codes. */
export type GateFault =
  | 'CHANNELS_MISSING'
  | 'MET_MISSING'
  | 'REFERRER_MISSING'
  | 'VISITOR_MISSING'
  | 'SAFEGUARDING_MISSING'
  | 'SAFEGUARDING_TOO_LONG'
  | 'SAFEGUARDING_UNPRINTABLE'
  | 'GATE_NAME_MISSING'
  | 'GATE_NAME_TOO_LONG'
  | 'GATE_NAME_UNPRINTABLE';

const fault = (code: GateFault) => code;
const yes = (code: GateFault) => z.string().refine((typed) => typed === 'yes', fault(code));

/**
 * All that must have been done before a child is let go whom no one sees: tried in two ways, or spoken with; in their language and
 * format; referrer and health visitor told; safeguarding considered; and who answers for it. Only what passes it is a `ClosingGate`.
 */
export const closingGateSchema = z
  .object({
    /** Whether someone spoke with the family. */
    isReached: z.boolean(),
    channels: z.array(channelSchema),
    met: yes('MET_MISSING'),
    referrerTold: yes('REFERRER_MISSING'),
    visitorTold: yes('VISITOR_MISSING'),
    safeguarding: text(LONGEST.safeguarding, {
      ...{ missing: fault('SAFEGUARDING_MISSING'), tooLong: fault('SAFEGUARDING_TOO_LONG') },
      unprintable: fault('SAFEGUARDING_UNPRINTABLE'),
    }),
    gateName: text(LONGEST.name, {
      ...{ missing: fault('GATE_NAME_MISSING'), tooLong: fault('GATE_NAME_TOO_LONG') },
      unprintable: fault('GATE_NAME_UNPRINTABLE'),
    }),
  })
  .refine(({ isReached, channels }) => new Set(channels).size >= (isReached ? 1 : CHANNELS), {
    ...{ error: fault('CHANNELS_MISSING'), path: ['channels'], when: () => true },
  })
  .brand<'ClosingGate'>();

/** What a person entered, as it passed the gate. Nothing else can be one. */
export type ClosingGate = z.output<typeof closingGateSchema>;

/** That the gate was passed, in the histories of cases and supports; the sentence about safeguarding is its text. */
export const closingEventSchema = eventSchema('CLOSING_CHECKED', {
  channels: z.array(openCode(channelSchema)),
  isReached: z.boolean(),
  name: z.string(),
});
type ClosingEvent = z.infer<typeof closingEventSchema>;
/** What of it says how the gate was passed. */
export type PassedGate = Pick<ClosingEvent, 'channels' | 'isReached' | 'name' | 'text'>;
/** The same before it stands in one. */
export type NewClosingEvent = Unlinked<ClosingEvent>;

/** Reads no schema: so loading builds nothing of it. */
export function isClosingEvent(event: { readonly event: string }): event is ClosingEvent {
  return event.event === 'CLOSING_CHECKED';
}

/** The event that every edge through the gate leaves in the history. */
export function closingChecked(
  { channels, isReached, gateName, safeguarding }: ClosingGate,
  by: Actor,
): NewClosingEvent {
  return { event: 'CLOSING_CHECKED', by, channels, isReached, name: gateName, text: safeguarding };
}
