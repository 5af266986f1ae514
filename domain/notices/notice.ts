import * as z from 'zod';
import { actorSchema } from '../people/actor.ts';
import { openCode, stored } from '../values/stored.ts';
import { DELIVERIES } from './delivery.ts';

export const noticeKindSchema = z.enum([
  'ACKNOWLEDGEMENT',
  'TRIAGE_REQUEST',
  'TRIAGE_REMINDER',
  'TRIAGE_ESCALATION',
  'OPERATOR_ESCALATION',
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
  'FAMILY_RECEIPT',
  'FAMILY_ENDED',
  'FAMILY_DELAYED',
  'FAMILY_ASKED',
  'FAMILY_NOT_ANSWERED',
  'REFERRER_NOT_ANSWERED',
  'ANSWER_RECORDED',
  'INFORMATION_NOT_PROVIDED',
  'TEAM_TELL_ASKED',
  'TEAM_TELL_NOT_ANSWERED',
  'TEAM_TELL_DELAYED',
  'NOT_ACCEPTED_NO_EVIDENCE',
  'NOT_ACCEPTED_NO_CONSENT',
  'RETURNED_INVALID',
  'REDIRECTED_EY_ADVISORY',
  'OUT_OF_SCOPE',
  'DUTY_ALERT',
  'DUTY_ALERTS',
  'DUTY_CONTACT',
  'DUTY_ALL_CLEAR',
  'TEAM_LISTED',
  'TEAM_TELL_IN_PERSON',
  'ADVISORY_FORWARDED',
  'ADVISORY_REMINDER',
  'ADVISORY_NEW_LINK',
  'REFERRAL_JOINED',
  'SHARED_UNOPENED',
  'SHARED_OPENED',
  'OUTCOME_WITHDRAWN',
  'OUTCOME_TAKEN_OFF',
  'FAMILY_PLACE',
  'REFERRER_PLACE',
  'TEAM_PRINT_PLACE',
  'TEAM_TELL_PLACE',
  'WITHDRAWAL_KEPT',
  'TEAM_CONFIRM_WITHDRAWAL',
  'TEAM_WITHDRAWN',
  'TEAM_TELL_WITHDRAWN',
  'TEAM_CHILD_DIED',
  'TEAM_FAMILY_UNTOLD',
  'TEAM_LOOK_AGAIN',
  'CHECKED_AGAIN',
  'TEAM_STOPPED',
  'FAMILY_REOPENED',
  'TEAM_CAME_BACK',
  'TEAM_PRINT_LISTED',
  'TEAM_PRINT_ENDED',
  'TEAM_PRINT_AGAIN',
  'TEAM_PRINT_REOPENED',
  'TEAM_TELL_REOPENED',
  'TEAM_SECOND_PERSON',
  'TEAM_SECOND_LOOK',
  'TEAM_CONFIRM_CHANNEL',
  'HAND_OVER_REQUEST',
  'HAND_OVER_TAKEN',
  'HAND_OVER_GIVEN',
  'NO_DECISION',
  'STUCK',
  'REFERRER_DELAYED',
  'NEW_LINK',
  'TEAM_TODO_REMINDER',
  'TEAM_NEW_LINK',
  'TEAM_DIGEST',
  'TEAM_HANDED_ON',
  'TEAM_LOOK_AT_LISTS',
  'TEAM_STARTING_SCHOOL',
  'TEAM_MAIL_WAITS',
  'TEAM_OPENING_WAITS',
  'FAMILY_SCHOOL',
  'TEAM_PRINT_SCHOOL',
  'TEAM_TELL_SCHOOL',
  'FAMILY_PLAY',
  'TEAM_PRINT_PLAY',
  'TEAM_TELL_PLAY',
  'STAFF_MAIL_FAILED',
  'ASSESSMENT_BOOKED',
  'ASSESSMENT_MOVED',
  'ASSESSMENT_CANCELLED',
  'ASSESSMENT_REMINDER',
  'ASSESSMENT_MISSED',
  'ASSESSMENT_OUTCOME',
  'ASSESSMENT_FOUND',
  'TEAM_TELL_VISIT',
  'TEAM_TELL_ASSESSMENT',
  'TEAM_PRINT_ASSESSMENT',
  'TEAM_AFTER_MISSED',
  'OFFER',
  'OFFER_REMINDER',
  'OFFER_ANSWERED',
  'OFFER_NO_ANSWER',
  'FAMILY_OFFER_ANSWERED',
  'TEAM_OFFER_ANSWERED',
  'TEAM_RING_FAMILY',
  'TEAM_PRINT_OFFER',
  'TEAM_TELL_OFFER',
  'TEAM_ASK_RECEIVED',
  'FAMILY_ASK_ANSWERED',
  'FAMILY_CHECK_IN',
  'TEAM_PRINT_CHECK_IN',
  'TEAM_TELL_CHECK_IN',
  'TEAM_EXTENSION_ASKED',
  'TEAM_EXTENSION_DECIDED',
  'OUTCOME_SUPPORT_CLOSED',
  'TEAM_TELL_CLOSED',
  'REFERRER_STILL_WAITING',
  'JOINT_ASKED',
  'JOINT_REMINDER',
  'JOINT_ENDED',
  'TEAM_JOINT_UNANSWERED',
  'TEAM_JOINT_ANSWERED',
  'TEAM_RECORD_OPENED',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/**
 * Who a notice goes to: a role in the case, a member of staff by id, or a team mailbox. The address is looked up when
 * it is sent and is not in the ledger.
 */
export const noticeToSchema = z
  .string()
  .regex(/^(REFERRER|REFERRER_TEAM|EARLIER_REFERRER|COLLEAGUE|FAMILY:\d+|PERSON:\w+|DUTY|ADVISORY|SERVICE:\w+)$/);

/** SENT_AGAIN: with the sweeper's next run. LINK_RENEWED: the same, and no link before opens anything. SEEN: nothing more is to be done about it. */
export const putRightSchema = z.enum(['SENT_AGAIN', 'SEEN', 'LINK_RENEWED']);
export type PutRight = z.infer<typeof putRightSchema>;

/**
 * One notice to one person. CLAIMED: someone is about to send it, or died sending it. SENT: the mail service has it.
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
  /** The most that events of the mail service have proved of it. */
  delivery: openCode(z.enum(DELIVERIES)).optional(),
  /** Until when it waits for the digest of its person. One without goes alone. */
  heldUntil: z.iso.datetime().optional(),
  /** What those who look after the service did about it, the last one last. The reason is as they typed it. */
  putRight: z
    .array(stored({ at: z.iso.datetime(), by: actorSchema, what: openCode(putRightSchema), reason: z.string() }))
    .optional(),
  /** Of a digest that was sent: what it told, as `reference/id`. Of a quarter's email to a referrer: the references that it is about. */
  carries: z.array(z.string()).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** The id of a notice from what tells it from others. The mail service allows no other characters in its tags. */
export function noticeIdOf(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined)
    .join('-')
    .replace(/[^A-Za-z0-9_-]/g, '-');
}
