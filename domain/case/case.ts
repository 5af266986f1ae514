import * as z from 'zod';
import { listEntrySchema, placeSchema } from '../lists/entry.ts';
import { earlierSchema } from '../lists/inherit.ts';
import { leftWhySchema } from '../lists/list-events.ts';
import { actorSchema } from '../people/actor.ts';
import { meetingSchema } from '../people/meetings.ts';
import { runShape } from '../process/run.ts';
import { openCode, stored } from '../values/stored.ts';
import { addedDocumentSchema } from './added-document.ts';
import { answeredAreaSchema, newestAreaSchema } from './answered-areas.ts';
import { lookAgainSchema, reopenedSchema, stopSeenSchema } from './asked-again.ts';
import { assessmentShape } from './assessment-shape.ts';
import { checkInShape } from './check-in-shape.ts';
import { statusSchema, storedNextSchema, taskKindSchema } from './codes.ts';
import { decisionSchema, redirectedToSchema, secondLookSchema } from './decision.ts';
import { erasureShape } from './erasure-shape.ts';
import { caseEventSchema } from './event.ts';
import { familyAsksShape } from './family-ask-shape.ts';
import { familyPagesShape } from './family-page-shape.ts';
import { givenSchema } from './given.ts';
import { handedToSchema, handOverSchema } from './handed-to.ts';
import { importedShape } from './imported-shape.ts';
import { informationRequestSchema } from './information-request.ts';
import { jointShape } from './joint-shape.ts';
import { legalHoldShape } from './legal-hold-shape.ts';
import { joinedSchema, notSameSchema, sharedSchema } from './related.ts';
import { schoolShape } from './school-shape.ts';
import { toCountSchema } from './settled-decision.ts';
import { sharedOutShape, sortedShape } from './task-claim.ts';
import { tellingShape } from './telling.ts';
import { toSupportShape } from './to-support-shape.ts';
import { withdrawalAskedSchema } from './withdrawal-request.ts';

export type RedirectedTo = z.infer<typeof redirectedToSchema>;
export type Decision = z.infer<typeof decisionSchema>;

/**
 * Something that people must do. `token` wakes the parked workflow and never leaves the backend; it may be missing or dead,
 * and a decision counts all the same. `round` counts the reminders sent.
 */
export const taskSchema = stored({
  id: z.string(),
  kind: openCode(taskKindSchema),
  openedAt: z.iso.datetime(),
  /** When its present wait ends: people are reminded, or asked no more. */
  dueAt: z.iso.datetime(),
  /** By when it was to be decided, where it was reminded or reopened since: it stays due then. */
  firstDueAt: z.iso.datetime().optional(),
  ...sharedOutShape,
  round: z.int().min(0),
  /** From which reminder on the service manager is asked too, and with which one the operator is told, by the policy of then. */
  managerAt: z.int().min(1).optional(),
  operatorAt: z.int().min(1).optional(),
  recipients: z.array(z.string()),
  token: z.string().optional(),
  decision: decisionSchema.optional(),
});
export type Task = z.infer<typeof taskSchema>;

export type HandOver = z.infer<typeof handOverSchema>;

/** That the referrer withdrew the referral, through which mailbox, why, and which task that closed. */
const withdrawalSchema = stored({
  at: z.iso.datetime(),
  by: actorSchema,
  reason: z.string(),
  taskId: z.string().optional(),
});

export type Withdrawal = z.infer<typeof withdrawalSchema>;

/** That the child has died, who recorded it, and how the case stood before. */
const deathSchema = stored({
  at: z.iso.datetime(),
  by: actorSchema,
  before: stored({
    status: openCode(statusSchema.exclude(['PARKED'])),
    outcome: z.string().nullable(),
    next: storedNextSchema,
    list: listEntrySchema.nullable(),
  }),
});

/**
 * What has happened to a referral: one small item, changed by one conditional write at a time. Only codes, instants, the
 * names of professionals and their reasons; the child is in the referral.
 */
export const caseSchema = stored({
  reference: z.string(),
  version: z.int().min(1),
  caller: z.string(),
  /** Where the case is for people; that it is parked is said by `parked`. */
  status: openCode(statusSchema.exclude(['PARKED'])),
  next: storedNextSchema,
  ...runShape,
  receivedAt: z.iso.datetime(),
  referralOn: z.iso.date(),
  updatedAt: z.iso.datetime(),
  policyVersion: z.int(),
  outcome: z.string().nullable(),
  reasons: z.array(z.string()),
  flags: z.array(z.string()),
  checks: z.int().min(0),
  tasks: z.int().min(0),
  duplicateOf: z.string().nullable(),
  duplicateCleared: z.boolean(),
  /** Referrals of the same child that were joined to this one, each with its own record. */
  joined: z.array(joinedSchema).optional(),
  /** Referrals that are like this one and are for other children, as people said. */
  notSame: z.array(notSameSchema).optional(),
  /** It looks as if no person had sent it: that stands until a person clears it. */
  suspicion: openCode(z.enum(['STANDS', 'CLEARED'])).optional(),
  ask: informationRequestSchema.nullable(),
  /** What the referrer sent after being asked: words, evidence beyond the referral's own, and ages or scores by area. */
  answers: z.array(
    stored({
      at: z.iso.datetime(),
      text: z.string(),
      evidence: z.array(addedDocumentSchema),
      areas: z.array(answeredAreaSchema).optional(),
      /** That staff recorded it for the referrer, who gave it to them and when. */
      given: givenSchema.optional(),
    }),
  ),
  /** Every document of every answer, for the rules; `answers` may have moved to a sealed part. */
  added: z.array(addedDocumentSchema),
  /** The newest age or score of each area over all answers, for the rules. */
  newestAreas: z.array(newestAreaSchema).optional(),
  task: taskSchema.nullable(),
  /** Since when the triage team has been asked to decide, through every deferral and question. */
  triageSince: z.iso.datetime().optional(),
  /** Every decision that took effect, oldest first, so that anyone who returns to a task learns what was decided. */
  decisions: z.array(decisionSchema.extend({ taskId: z.string(), kind: openCode(taskKindSchema) })),
  /** Decisions of triage that took effect and are not counted yet. */
  toCount: z.array(toCountSchema).optional(),
  /** What people outside are told of the last decision of triage that took effect, in the words of who decided. */
  lastDecision: stored({
    outcome: z.string(),
    at: z.iso.datetime(),
    message: z.string().optional(),
    service: redirectedToSchema.optional(),
    /** Only that a question was not answered; any other criterion is for the team. */
    criterion: z.string().optional(),
  }).optional(),
  list: listEntrySchema.nullable(),
  /** The place that the child had when they left the lists last, and why: who returns keeps its dates. */
  left: stored({ at: z.iso.datetime(), by: actorSchema, why: openCode(leftWhySchema), place: placeSchema }).optional(),
  ...toSupportShape,
  ...importedShape,
  ...sortedShape,
  handOver: handOverSchema.optional(),
  handedTo: handedToSchema.optional(),
  withdrawal: withdrawalSchema.optional(),
  withdrawalAsked: withdrawalAskedSchema.optional(),
  lookAgain: lookAgainSchema.optional(),
  reopened: reopenedSchema.optional(),
  stopSeen: stopSeenSchema.optional(),
  secondLook: secondLookSchema.optional(),
  death: deathSchema.optional(),
  ...legalHoldShape,
  ...erasureShape,
  /** Why people are asked again; absent while they are asked for the first time. */
  askedAgain: openCode(z.enum(['DEFERRED', 'ANSWERED', 'NOT_ANSWERED'])).optional(),
  /** The meeting to which people deferred it last, as the calendar had it then. */
  deferredTo: meetingSchema.optional(),
  /** Whether the referrer was ever asked in vain. */
  referrerWasSilent: z.boolean().optional(),
  forwardingAgreedAt: z.iso.datetime().optional(),
  shared: sharedSchema.optional(),
  /** How many colleagues were asked to take the case over. */
  handOversAsked: z.int().min(0).optional(),
  /** Whether staff were ever asked about it, and whether the service manager was. */
  teamAskedAt: z.iso.datetime().optional(),
  escalatedAt: z.iso.datetime().optional(),
  /** The dates of an earlier referral of the child, which count once the child is listed. */
  earlier: earlierSchema.optional(),
  /** When the child was first on a list; the family may have had a letter since. */
  listedAt: z.iso.datetime().optional(),
  /**
   * Notices that did not reach anyone, each with the reason as a code, as the history has them. `cameBack`: an email to a
   * parent. `nth`: of which asking of staff it is, from 2. `deadSince`: an email to a parent failed for good. `person`: the id of the member of staff whose email came back.
   * `next`: the code of who is written to in their place.
   */
  unreached: z
    .array(
      stored({
        notice: z.string(),
        why: z.string(),
        cameBack: z.boolean().optional(),
        nth: z.int().optional(),
        deadSince: z.iso.datetime().optional(),
        person: z.string().optional(),
        next: z.string().optional(),
      }),
    )
    .optional(),
  ...tellingShape,
  ...assessmentShape,
  ...familyPagesShape,
  ...familyAsksShape,
  ...checkInShape,
  ...schoolShape,
  ...jointShape,
  /** How many parts were sealed: the oldest of `history`, `decisions` and `answers` stand there. */
  sealed: z.int().min(1).optional(),
  history: z.array(caseEventSchema),
});
export type Case = z.infer<typeof caseSchema>;
