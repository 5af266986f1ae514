import * as z from 'zod';
import { enteredSchema } from '../draft/entry.ts';
import { type Actor, actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';

/** What a caller sent, as it was sent; never changed after it is stored. It holds the personal data. */
export const storedReferralSchema = stored({
  reference: z.string(),
  caller: z.string(),
  keyHash: z.string(),
  bodyHash: z.string(),
  receivedAt: z.iso.datetime(),
  referralOn: z.iso.date(),
  /** Who entered what came on paper or by e-mail; `referralOn` is then the day on which it came. */
  entered: enteredSchema.optional(),
  body: z.unknown(),
  /** The version of the item, only where a later release has stored it. */
  v: z.int().min(1).optional(),
});
export type StoredReferral = z.infer<typeof storedReferralSchema>;

export const linkPurposeSchema = z.enum(['TASK', 'ANSWER', 'RESUBMIT', 'FORWARD', 'STATUS', 'DRAFT', 'HANDOVER']);
export type LinkPurpose = z.infer<typeof linkPurposeSchema>;

/**
 * A private capability URL, stored under the SHA-256 of its 256 random bits. One per recipient and send; `taskId` names
 * the task (or the hand-over) that must still be open for it to be worth anything.
 */
export const linkSchema = stored({
  hash: z.string(),
  purpose: openCode(linkPurposeSchema),
  reference: z.string(),
  taskId: z.string().optional(),
  /** Whom it was sent to, as the notice names them; staff by id. */
  to: z.string().optional(),
  /** Where the e-mail with it went. */
  mailbox: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Link = z.infer<typeof linkSchema>;

/** A browser that has shown who it is; stored under the SHA-256 of its cookie. */
export const sessionSchema = stored({
  hash: z.string(),
  version: z.int().min(1),
  audience: openCode(z.enum(['STAFF', 'REFERRER', 'DRAFT'])),
  mailbox: z.string(),
  /** The member of staff whose it is, by id; none of a referrer's. */
  person: z.string().optional(),
  /** What this session has opened: the task (staff) or purpose (referrer) on a case. */
  grants: z.array(
    stored({ reference: z.string(), taskId: z.string().optional(), purpose: openCode(linkPurposeSchema) }),
  ),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Guesses that a mailbox or a link still has: codes sent to staff, birth dates asked of referrers. */
export const challengeSchema = stored({
  /** The mailbox (staff codes) or the link's hash (birth dates), hashed. */
  id: z.string(),
  version: z.int(),
  codeHash: z.string(),
  expiresAt: z.iso.datetime(),
  triesLeft: z.int().min(0),
  sent: z.int().min(0),
  lastSentAt: z.iso.datetime(),
});
export type Challenge = z.infer<typeof challengeSchema>;

/** That somebody read a record: kept for the family's sake, beside the case and never in it. */
export interface Reading {
  readonly reference: string;
  readonly at: string;
  readonly by: Actor;
  readonly what: string;
  /** The task or TODO for which staff read it. */
  readonly taskId?: string;
}

export const noticeKindSchema = z.enum([
  'ACKNOWLEDGEMENT',
  'TRIAGE_REQUEST',
  'TRIAGE_REMINDER',
  'TRIAGE_ESCALATION',
  'DUPLICATE_REQUEST',
  'DUPLICATE_REMINDER',
  'SUSPICIOUS_REQUEST',
  'SUSPICIOUS_REMINDER',
  'REFERRER_REQUEST',
  'REFERRER_REMINDER',
  'OUTCOME_LISTED',
  'OUTCOME_DECLINED',
  'OUTCOME_REDIRECTED',
  'OUTCOME_DUPLICATE',
  'FAMILY_LETTER',
  'NOT_ACCEPTED_NO_EVIDENCE',
  'NOT_ACCEPTED_NO_CONSENT',
  'RETURNED_INVALID',
  'REDIRECTED_EY_ADVISORY',
  'OUT_OF_SCOPE',
  'DUTY_ALERT',
  'TEAM_LISTED',
  'TEAM_TELL_IN_PERSON',
  'ADVISORY_FORWARDED',
  'OUTCOME_WITHDRAWN',
  'TEAM_WITHDRAWN',
  'HAND_OVER_REQUEST',
  'HAND_OVER_TAKEN',
  'HAND_OVER_GIVEN',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/**
 * To whom a notice goes: a part played in the case, a member of staff by id, or a team mailbox. The address is looked up
 * when it is sent and is not in the ledger.
 */
export const noticeToSchema = z
  .string()
  .regex(/^(REFERRER|REFERRER_TEAM|EARLIER_REFERRER|COLLEAGUE|FAMILY:\d+|PERSON:\w+|DUTY|ADVISORY)$/);

/**
 * One notice to one person. CLAIMED: somebody is about to send it, or died sending it. SENT: the mail service has it.
 * FAILED: it was refused for good. FOR_A_PERSON: it must not be written, a person tells them. BOUNCED: it came back.
 */
export const noticeSchema = stored({
  id: z.string(),
  reference: z.string(),
  kind: openCode(noticeKindSchema),
  to: z.string().min(1),
  /** Who caused it. */
  by: actorSchema,
  taskId: z.string().optional(),
  state: openCode(z.enum(['CLAIMED', 'SENT', 'FAILED', 'FOR_A_PERSON', 'BOUNCED', 'COMPLAINED'])),
  attempts: z.int().min(0),
  possibleDuplicate: z.boolean(),
  claimedAt: z.iso.datetime(),
  settledAt: z.iso.datetime().optional(),
  messageId: z.string().optional(),
  why: z.string().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** How a file can stand: only a usable one is read. */
export const fileStateSchema = z.enum(['USABLE', 'PENDING', 'FAILED']);

/** How one file stood when it was checked; `versionId` is the very version that was looked at. */
const checkedFileSchema = stored({
  state: openCode(fileStateSchema),
  code: z.string(),
  versionId: z.string().optional(),
});

/** What the machine worked out, kept whole beside the case: number `n` of this case, never changed. */
export const storedCheckSchema = stored({
  reference: z.string(),
  n: z.int().min(1),
  at: z.iso.datetime(),
  policyVersion: z.int(),
  outcome: z.string(),
  reasons: z.array(z.string()),
  flags: z.array(z.string()),
  triageRecommendation: z.string().nullable(),
  homeVisiting: z.string().nullable(),
  suggestedPathways: z.array(z.string()),
  suggestedBand: z.literal([1, 2, 3]).nullable(),
  computed: z.record(z.string(), z.unknown()),
  findings: z.array(
    stored({
      rule: z.string(),
      code: z.string(),
      shownAs: z.string(),
      value: z.string(),
      threshold: z.string(),
      source: z.string(),
      reference: z.string(),
      sentence: z.string(),
      effect: z.string(),
    }),
  ),
  evidence: z.array(
    checkedFileSchema.extend({
      index: z.int(),
      /** Of a document in several files each page in order, the first included; the document stands as its worst page does. */
      pages: z.array(checkedFileSchema).optional(),
    }),
  ),
  /** Apart from the evidence, because it is none. */
  earlyHelpAssessment: checkedFileSchema.optional(),
});
export type StoredCheck = z.infer<typeof storedCheckSchema>;
