import * as z from 'zod';
import { type LaterCode, openCode } from '../values/stored.ts';

/** What the outside is told about where a referral is; one word each, stable for machines. */
export const statusSchema = z.enum([
  'RECEIVED',
  'AWAITING_REFERRER',
  'IN_TRIAGE',
  'HELD_AS_DUPLICATE',
  'HELD_FOR_A_PERSON',
  'ON_WAITING_LIST',
  'IN_SUPPORT',
  'CLOSED',
  'NOT_ACCEPTED',
  'REDIRECTED',
  'DECLINED',
  'OUT_OF_SCOPE',
  'WITHDRAWN',
  'PARKED',
]);
export type Status = z.infer<typeof statusSchema>;

/**
 * What the workflow must do next with a case. They are also the codes that the state machine's one choice reads. Every
 * case begins at `VALIDATE`, and begins there again once people let it continue.
 */
const nextSchema = z.enum([
  'VALIDATE',
  'QUARANTINE',
  'CHECK',
  'TRIAGE',
  'HOLD',
  'ASK_REFERRER',
  'LIST',
  'NOTIFY',
  'DONE',
]);

/** The same as stored: `NOTIFY` was `TELL` in what the first release stored, and is read from both. */
export const storedNextSchema = z.preprocess((code) => (code === 'TELL' ? 'NOTIFY' : code), openCode(nextSchema));

/** The seven things that triage can decide. Source: RULES, "After triage". */
export const triageOutcomeSchema = z.enum([
  'ACCEPT_INITIAL_ASSESSMENT',
  'INVITE_GROUP',
  'INVITE_LITTLE_TREASURES',
  'REQUEST_INFORMATION',
  'REDIRECT',
  'DECLINE',
  'DEFER_TO_MEETING',
]);
export type TriageOutcome = z.infer<typeof triageOutcomeSchema>;

/** What a person can say of a possible duplicate. */
export const duplicateOutcomeSchema = z.enum(['NOT_A_DUPLICATE', 'CONFIRMED_DUPLICATE']);
export type DuplicateOutcome = z.infer<typeof duplicateOutcomeSchema>;

/** What a person can say of what looks as if no person had sent it. */
export const suspicionOutcomeSchema = z.enum(['GENUINE_REFERRAL', 'NOT_A_REFERRAL']);
export type SuspicionOutcome = z.infer<typeof suspicionOutcomeSchema>;

export const taskKindSchema = z.enum(['TRIAGE', 'DUPLICATE', 'SUSPICIOUS', 'REFERRER']);
export type TaskKind = z.infer<typeof taskKindSchema>;

/** The lists that a child can wait on. */
export const listPathwaySchema = z.enum(['INITIAL_ASSESSMENT', 'HOME_VISITING', 'PORTAGE_GROUP', 'LITTLE_TREASURES']);
export type ListPathway = z.infer<typeof listPathwaySchema>;

const ended: ReadonlySet<string> = new Set<Status>([
  'NOT_ACCEPTED',
  'REDIRECTED',
  'DECLINED',
  'OUT_OF_SCOPE',
  'WITHDRAWN',
  'CLOSED',
]);

/** Whether a case with this status still holds a claim on its child; so does one of a status that a later release has stored. */
export function isOpen(status: Status | LaterCode): boolean {
  return !ended.has(status);
}
