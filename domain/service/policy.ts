import * as z from 'zod';
import { evidenceTypeSchema } from '../referral/codes.ts';
import { officeHours, workingCalendarSchema } from '../values/working-calendar.ts';

const count = z.int().min(1).max(1000);
const days = z.int().min(0).max(3650);
const waits = z.array(z.int().min(1).max(365)).min(1).max(20);
const share = z
  .string()
  .regex(/^[1-9]\d?\/[1-9]\d?$/)
  .refine((text) => Number(text.split('/')[0]) <= Number(text.split('/')[1]), { error: 'must not be more than 1/1' });
const districts = z.string().regex(/^[A-Z]{1,2}\d{1,2}(-[A-Z]{1,2}\d{1,2})?$/);

/**
 * Every number of the rules, with its version. The names follow the published worked cases. Fractions are texts such as
 * `1/2`, so that they stay exact. Districts are single ones or ranges within one postcode area.
 */
export const policySchema = z.strictObject({
  version: z.int().min(1),
  ageLimitYears: z.int().min(1).max(5),
  ageLimitInclusive: z.boolean(),
  targetNearDays: days,
  receptionAfterBirthday: z.int().min(1).max(7),
  delayFraction: share,
  minAreas: z.int().min(1).max(10),
  staleAssessmentDays: days,
  correctedAgeUntilMonths: z.int().min(0).max(120),
  termGestationWeeks: z.int().min(20).max(45),
  dueDateWeeks: z.int().min(20).max(45),
  interventionWeekHours: z.int().min(1).max(168),
  interventionMaxFraction: share,
  settingHoursSoftLimit: z.number().min(0).max(168).multipleOf(0.25),
  acceptedEvidence: z.array(evidenceTypeSchema).min(1),
  judgedEvidence: z.array(evidenceTypeSchema),
  postcodeDistricts: z.array(districts).min(1),
  evidenceGraceDays: days,
  waitTargetMonths: z.int().min(1).max(24),
  bandOneBroadAreas: z.int().min(1).max(7),
  bandOneBroadAreasWithNeed: z.int().min(1).max(7),
  bandTwoBroadAreas: z.int().min(1).max(7),
  maxSessions: count,
  maxExtension: z.int().min(0).max(100),
  undoMinutes: z.int().min(0).max(1440),
  /** How many working days before a meeting a referral must have reached the team to be due at it. */
  meetingNoticeDays: z.int().min(0).max(30),
  /** Whether a plain accept may be decided outside a meeting by one person. */
  acceptOutsideMeeting: z.boolean(),
  codeMinutes: count,
  codeTries: count,
  codeBurst: count,
  codeWindowMinutes: count,
  /** While a code is no older, asking again sends no other. */
  codeFreshMinutes: count,
  /** After a code, how long until a new one can be asked for. */
  newCodeMinutes: count,
  /** New codes that can be asked for through one link in `codeWindowMinutes`; `codeBurst` is the most a mailbox gets. */
  newCodeBurst: count,
  /** Links to drafts that one mailbox gets in an hour, whoever asks for them and however many drafts there are. */
  linksAnHour: count,
  /** Mailboxes without a link to a draft before that get their first in an hour, all together. */
  firstLinksAnHour: count,
  linkDays: z.int().min(1).max(365),
  /** How many months a safe channel to an adult holds at most, before two people look again. */
  safeChannelMonths: z.int().min(1).max(3),
  sessionHours: z.int().min(1).max(24),
  triageReminderDays: waits,
  referrerReminderDays: waits,
  duplicateReminderDays: waits,
  /** From which reminder on the service manager is asked too, and with which one the operator is told. */
  managerAtReminder: z.int().min(1).max(20),
  operatorAtReminder: z.int().min(1).max(20),
  /** Until when a family is to answer an offer, when they are reminded, and how long "later" lasts, in days. */
  offerAnswerDays: z.int().min(1).max(90),
  offerReminderDays: z.int().min(1).max(90),
  offerLaterDays: z.int().min(1).max(365),
  /** From how many days before the target date on people are shown that it is near. Source: local choice. */
  waitNearDays: days,
  /** After how many months of waiting, and how many days before school starts, a person reviews it. Source: local choice. */
  reviewWaitMonths: z.int().min(1).max(24),
  reviewBeforeSchoolDays: days,
  /** How many working days before an initial assessment the family is reminded. Source: local choice. */
  visitReminderDays: z.int().min(1).max(30),
  /** Two initial assessments of one practitioner that begin within so many minutes meet. Source: local choice. */
  visitMinutes: z.int().min(1).max(480),
  /** How soon someone who complains knows that we have it and is answered, the second time too. Source: issue, "complaints". */
  complaintAcknowledgeWorkingDays: days,
  complaintAnswerWorkingDays: days,
  complaintSecondStageWorkingDays: days,
  /** Until how many months after an answer the second stage can be asked for. Source: local choice. */
  complaintSecondStageMonths: z.int().min(1).max(24),
  /** Source: Data (Use and Access) Act 2025, section 103. */
  dataComplaintAcknowledgeDays: z.int().min(1).max(30),
  eraseNotAgreedDays: days,
  draftDays: z.int().min(1).max(365),
  draftReminderDays: days,
  ...workingCalendarSchema.shape,
});

/** The numbers of the rules under one version. */
export type Policy = z.infer<typeof policySchema>;

/**
 * What a deployment may replace in the policy: any field, each as a whole; an unknown name is refused. Closing days come
 * every year, so they stand beside the policy in the configuration and need no new version.
 */
export const policyOverridesSchema = policySchema.omit({ closedOn: true }).partial();

/** The policy as RULES gives it, version 1. */
export const defaultPolicy: Policy = {
  version: 1,
  ageLimitYears: 3,
  ageLimitInclusive: true,
  targetNearDays: 183,
  receptionAfterBirthday: 4,
  delayFraction: '1/2',
  minAreas: 2,
  staleAssessmentDays: 183,
  correctedAgeUntilMonths: 24,
  termGestationWeeks: 37,
  dueDateWeeks: 40,
  interventionWeekHours: 30,
  interventionMaxFraction: '1/2',
  settingHoursSoftLimit: 15,
  acceptedEvidence: [
    'SOGS',
    'ASQ3',
    'BAYLEY',
    'GRIFFITHS',
    'DEVELOPMENTAL_JOURNAL',
    'PAEDIATRICIAN_LETTER',
    'CARE_PLAN',
  ],
  judgedEvidence: ['THERAPY_REPORT', 'EYFS_PROGRESS_CHECK_2', 'NURSERY_OBSERVATION', 'OTHER_PROFESSIONAL'],
  postcodeDistricts: ['TA1-TA24', 'BA3-BA11', 'BA16', 'BA20-BA22', 'BS26-BS28', 'DT9', 'EX16'],
  evidenceGraceDays: 0,
  waitTargetMonths: 6,
  bandOneBroadAreas: 4,
  bandOneBroadAreasWithNeed: 2,
  bandTwoBroadAreas: 2,
  maxSessions: 18,
  maxExtension: 6,
  undoMinutes: 5,
  meetingNoticeDays: 3,
  acceptOutsideMeeting: true,
  codeMinutes: 10,
  codeTries: 5,
  codeBurst: 15,
  codeWindowMinutes: 15,
  codeFreshMinutes: 5,
  newCodeMinutes: 2,
  newCodeBurst: 3,
  linksAnHour: 10,
  firstLinksAnHour: 60,
  linkDays: 28,
  safeChannelMonths: 3,
  sessionHours: 8,
  triageReminderDays: [5, 5, 7, 7, 7, 7],
  referrerReminderDays: [7, 14],
  duplicateReminderDays: [3, 4, 7, 7],
  managerAtReminder: 2,
  operatorAtReminder: 3,
  offerAnswerDays: 14,
  offerReminderDays: 7,
  offerLaterDays: 84,
  waitNearDays: 28,
  reviewWaitMonths: 6,
  reviewBeforeSchoolDays: 84,
  visitReminderDays: 2,
  visitMinutes: 60,
  complaintAcknowledgeWorkingDays: 5,
  complaintAnswerWorkingDays: 10,
  complaintSecondStageWorkingDays: 20,
  complaintSecondStageMonths: 12,
  dataComplaintAcknowledgeDays: 30,
  eraseNotAgreedDays: 28,
  draftDays: 28,
  draftReminderDays: 3,
  ...officeHours,
};

/**
 * The default policy with a deployment's overrides and closing days in it, parsed again as a whole. Throws a ZodError where
 * one is wrong.
 */
export function policyWith(overrides: z.infer<typeof policyOverridesSchema>, closedOn: readonly string[] = []): Policy {
  if (Object.keys(overrides).length + closedOn.length === 0) return defaultPolicy;
  return policySchema.parse({ ...defaultPolicy, ...overrides, closedOn });
}
