import * as z from 'zod';
import { listPathwaySchema, nextSchema, statusSchema, taskKindSchema } from './codes.ts';
import { caseEventSchema } from './event.ts';

/** What one person decided, until it is settled: `effectiveAt` is the end of the undo window. */
export const decisionSchema = z.strictObject({
  outcome: z.string(),
  reason: z.string(),
  deciderName: z.string(),
  deciderRole: z.string(),
  decidedAt: z.iso.datetime(),
  effectiveAt: z.iso.datetime(),
});
export type Decision = z.infer<typeof decisionSchema>;

/**
 * Something that people must do. `token` wakes the parked workflow and never leaves the backend; it may be missing or dead,
 * and a decision counts all the same. `round` counts the reminders sent.
 */
export const taskSchema = z.strictObject({
  id: z.string(),
  kind: taskKindSchema,
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  round: z.int().min(0),
  recipients: z.array(z.string()),
  token: z.string().optional(),
  decision: decisionSchema.optional(),
});
export type Task = z.infer<typeof taskSchema>;

/** What the referrer is asked for, and why. */
export const askSchema = z.strictObject({
  why: z.enum(['NO_EVIDENCE_YET', 'EVIDENCE_FAILED', 'INFORMATION_REQUESTED']),
  /** In the words of the person who asks; empty when the machine asks. */
  question: z.string(),
  /** Evidence that failed, by its place in the referral, the number of its page where it has several, and a code. */
  failed: z.array(z.strictObject({ index: z.int(), code: z.string(), page: z.int().optional() })),
  /** The code where the Early Help Assessment failed too, or alone; it is no evidence. */
  earlyHelpAssessment: z.string().optional(),
  /** When the machine stops waiting for a first piece of evidence; null when people decide how long. */
  untilAt: z.iso.datetime().nullable(),
});
export type Ask = z.infer<typeof askSchema>;

/** A message owed to the workflow; it stays until a step shows that the workflow has it. */
export const outboxSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('START'), run: z.int() }),
  z.strictObject({ kind: z.literal('WAKE'), token: z.string() }),
]);

export const listEntrySchema = z.strictObject({
  pathway: listPathwaySchema,
  locality: z.string(),
  acceptedOn: z.iso.date(),
  targetOn: z.iso.date(),
  suggestedBand: z.literal([1, 2, 3]).nullable(),
  band: z.literal([1, 2, 3]).nullable(),
  order: z.string(),
});
export type ListEntry = z.infer<typeof listEntrySchema>;

/** A colleague whom the referrer has asked to take the case over; nothing changes before they confirm. */
const handOverSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  /** The mailbox that asked. */
  by: z.string(),
  askedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** Who took the case over last, and from which mailbox. Whose it is now is answered by `referrerOf`. */
const handedToSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  from: z.string(),
  at: z.iso.datetime(),
});

/**
 * What has happened to a referral: one small item, changed by one conditional write at a time. Only codes, instants, the
 * names of professionals and their reasons; the child is in the referral.
 */
export const caseSchema = z.strictObject({
  reference: z.string(),
  version: z.int().min(1),
  caller: z.string(),
  /** Where the case is for people; that it is parked is said by `parked`. */
  status: statusSchema.exclude(['PARKED']),
  next: nextSchema,
  /** Numbers the workflow executions: `<reference>-<run>`. */
  run: z.int().min(1),
  receivedAt: z.iso.datetime(),
  referralOn: z.iso.date(),
  updatedAt: z.iso.datetime(),
  /** The instant by which the workflow must have moved; past it the sweeper looks. */
  moveBy: z.iso.datetime(),
  policyVersion: z.int(),
  outcome: z.string().nullable(),
  reasons: z.array(z.string()),
  flags: z.array(z.string()),
  checks: z.int().min(0),
  tasks: z.int().min(0),
  duplicateOf: z.string().nullable(),
  duplicateCleared: z.boolean(),
  /** It looks as if no person had sent it: that stands until a person clears it. */
  suspicion: z.enum(['STANDS', 'CLEARED']).optional(),
  ask: askSchema.nullable(),
  /** What the referrer sent after being asked: words, and evidence beyond the referral's own. */
  answers: z.array(
    z.strictObject({
      at: z.iso.datetime(),
      text: z.string(),
      evidence: z.array(z.strictObject({ evidenceId: z.string(), type: z.string(), title: z.string() })),
    }),
  ),
  task: taskSchema.nullable(),
  /** Since when the triage team has been asked to decide, through every deferral and question. */
  triageSince: z.iso.datetime().optional(),
  /** Every decision that stood, oldest first: whoever comes back to a task is told what was decided of it. */
  decisions: z.array(decisionSchema.extend({ taskId: z.string(), kind: taskKindSchema })),
  list: listEntrySchema.nullable(),
  parked: z.strictObject({ at: z.iso.datetime(), why: z.string() }).nullable(),
  handOver: handOverSchema.optional(),
  handedTo: handedToSchema.optional(),
  outbox: z.array(outboxSchema),
  history: z.array(caseEventSchema),
});
export type Case = z.infer<typeof caseSchema>;
