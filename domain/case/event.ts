import * as z from 'zod';
import { canonicalJson, sha256 } from '../hash.ts';

export const eventNameSchema = z.enum([
  'RECEIVED',
  'WORKFLOW_STARTED',
  'VALIDATED',
  'CHECKED',
  'STOPPED',
  'HELD_AS_POSSIBLE_DUPLICATE',
  'HELD_AS_SUSPICIOUS',
  'REFERRER_ASKED',
  'REFERRER_ANSWERED',
  'REFERRER_DID_NOT_ANSWER',
  'TRIAGE_OPENED',
  'REMINDER_DUE',
  'DECISION_RECORDED',
  'DECISION_UNDONE',
  'DECISION_SETTLED',
  'LISTED',
  'TOLD',
  'CLOSED_UNTOLD',
  'NOTICE_NEEDS_A_PERSON',
  'NOTICE_FAILED',
  'FORWARDING_AGREED',
  'WITHDRAWN',
  'HAND_OVER_ASKED',
  'HANDED_OVER',
  'PARKED',
  'RESTARTED',
]);
export type EventName = z.infer<typeof eventNameSchema>;

/**
 * One thing that happened to a case: who, when, what, under which policy version. `previousHash` is the hash of the event
 * before ('' for the first), so a changed or missing event shows.
 */
export const caseEventSchema = z.strictObject({
  n: z.int().min(1),
  at: z.iso.datetime(),
  event: eventNameSchema,
  by: z.string(),
  detail: z.record(z.string(), z.string()),
  policyVersion: z.int(),
  previousHash: z.string(),
  hash: z.string(),
});
export type CaseEvent = z.infer<typeof caseEventSchema>;

export interface NewEvent {
  readonly event: EventName;
  readonly by: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** The history with one more event at its end, linked to the one before by its hash. */
export function appendEvent(
  history: readonly CaseEvent[],
  event: NewEvent,
  at: string,
  policyVersion: number,
): CaseEvent[] {
  const previous = history.at(-1);
  const body = {
    n: history.length + 1,
    at,
    event: event.event,
    by: event.by,
    detail: { ...event.detail },
    policyVersion,
    previousHash: previous?.hash ?? '',
  };
  return [...history, { ...body, hash: sha256(canonicalJson(body)) }];
}

/** The number of the first event that does not follow from the one before, or undefined when the history is whole. */
export function brokenAt(history: readonly CaseEvent[]): number | undefined {
  let previousHash = '';
  for (const [index, event] of history.entries()) {
    const { hash, ...body } = event;
    if (event.n !== index + 1 || body.previousHash !== previousHash || hash !== sha256(canonicalJson(body))) {
      return index + 1;
    }
    previousHash = hash;
  }
  return undefined;
}
