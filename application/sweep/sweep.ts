import { assessmentDueAt } from '#domain/case/book-assessment.ts';
import { cameBackAt } from '#domain/case/came-back.ts';
import { intake } from '#domain/case/intake.ts';
import { jointDue } from '#domain/case/joint-told.ts';
import { newsBackAt } from '#domain/case/news-back.ts';
import { decidedWithSecond } from '#domain/case/second-person.ts';
import { sharingDue } from '#domain/case/shared.ts';
import { tellingDue } from '#domain/case/tell-family.ts';
import { toSupportDueAt } from '#domain/case/to-support.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { LeaseStore } from '#domain/ports/lease-store.ts';
import type { PauseStore } from '#domain/ports/pause-store.ts';
import type { RollupStore } from '#domain/ports/rollup-store.ts';
import type { ClockOff, CountMetric, Log, Now, RandomBytes, Workflow } from '#domain/ports/services.ts';
import type { CaseStore, Indexes, ReferralStore, SettledStore } from '#domain/ports/stores.ts';
import type { SlotStore, SupportStore } from '#domain/ports/support-stores.ts';
import { errorName } from '#domain/problems/errors.ts';
import { DUE_KINDS, type DueKind } from '#domain/process/indexes.ts';
import { sweepLease } from '#domain/process/lease.ts';
import type { Policy } from '#domain/service/policy.ts';
import type { TeamDeps } from '../access/read-team.ts';
import { answerStep } from '../answer-step.ts';
import type { FollowAssessment } from '../assessments/follow-assessment.ts';
import { casesAsAggregates } from '../change-case.ts';
import type { SweepDraft } from '../drafts/sweep-draft.ts';
import type { FollowSharing } from '../intake/follow-sharing.ts';
import type { SendPlay } from '../lists/import/send-play.ts';
import { followLateCalendar } from '../meetings/follow-calendar.ts';
import type { FollowTelling } from '../notices/follow-telling.ts';
import type { SendCheckIn } from '../notices/send-check-in.ts';
import type { SettleNotice } from '../notices/settle-notice.ts';
import type { TellOfPlace } from '../notices/tell-of-place.ts';
import type { SendSchool } from '../starting-school/send-school.ts';
import { closeCase } from '../support/close-case.ts';
import { followCase } from '../support/follow-case.ts';
import { freeSlots } from '../support/free-slots.ts';
import { settleSlot } from '../support/settle-slot.ts';
import { sweptSupports } from '../support/swept-supports.ts';
import type { RemindOfTodo } from '../todos/remind-of-todo.ts';
import { countDecisions } from '../triage/count-decisions.ts';
import type { TellSecond } from '../triage/tell-second.ts';
import { countDaysLeft } from './count-days-left.ts';
import { keepRollup } from './keep-rollup.ts';
import { lookAtClock } from './look-at-clock.ts';
import { readQueues } from './read-queues.ts';
import type { SweepBudget } from './sweep-budget.ts';
import { type HandleDue, type KindFigures, sweepKind } from './sweep-kind.ts';
import { measure } from './sweep-measure.ts';
import { sweepRun } from './sweep-workflow.ts';
import type { TellOfParked } from './tell-of-parked.ts';

/** As much of each kind as one sweep takes on; the rest is due again in a minute. */
const MOST: Record<DueKind, number> = {
  ...{ CASE: 1_000, SUPPORT: 500, NOTICE: 500 },
  ...{ TODO: 200, SLOT: 200, DRAFT: 200 },
};

export interface SweepDeps extends TeamDeps {
  readonly cases: CaseStore;
  readonly indexes: Indexes;
  readonly settled: SettledStore;
  readonly pauses: PauseStore;
  readonly leases: LeaseStore;
  readonly rollups: RollupStore;
  readonly workflow: Workflow;
  readonly settleNotice: SettleNotice;
  readonly remindOfTodo: RemindOfTodo;
  readonly sweepDraft: SweepDraft;
  readonly tellOfParked: TellOfParked;
  readonly followAssessment: FollowAssessment;
  readonly followSharing: FollowSharing;
  readonly followTelling: FollowTelling;
  readonly sendCheckIn: SendCheckIn;
  readonly sendSchool: SendSchool;
  readonly sendPlay: SendPlay;
  readonly tellOfPlace: TellOfPlace;
  readonly tellSecond: TellSecond;
  readonly supports: SupportStore;
  readonly slots: SlotStore;
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
  readonly referrals: ReferralStore;
  readonly policy: Policy;
  readonly now: Now;
  readonly random: RandomBytes;
  readonly log: Log;
  readonly count: CountMetric;
  readonly clockOff: ClockOff;
}

export interface Swept {
  readonly looked: number;
  readonly failed: number;
}

/**
 * Runs once a minute. Starts and wakes workflows that did not, settles and counts decisions after their undo window, settles
 * notices that were cut off, follows shared referrals, parks what died, tells people of what is parked, reminds staff of what
 * is overdue, ends drafts, and makes good what a change of the calendar left undone.
 * Cases come first. It never runs beside itself, stops when its time is up and then still writes its measures.
 * Everything is idempotent, and nothing that cannot be fixed keeps others waiting.
 */
export function sweep(deps: SweepDeps): (budget: SweepBudget) => Promise<Swept> {
  return async (budget) => {
    // Whoever has the right to sweep: a wrong clock may be what keeps it.
    await lookAtClock(deps);
    const lease = sweepLease(Buffer.from(deps.random(8)).toString('hex'), deps.now());
    const isTaken = await withLease(deps, () => deps.leases.take(lease, deps.now()));
    if (isTaken === undefined) return { looked: 0, failed: 0 };
    if (!isTaken) {
      deps.log.info('sweep-stood-aside');
      return { looked: 0, failed: 0 };
    }
    try {
      const figures: KindFigures[] = [];
      for (const kind of DUE_KINDS) figures.push(await oneKind(deps, kind, budget));
      const queues = await readQueues(deps);
      measure(deps, figures, queues, await countDaysLeft(deps));
      await keepRollup(deps, queues);
      await afterCalendar(deps);
      const sum = (of: 'looked' | 'failed') => figures.reduce((total, one) => total + one[of], 0);
      return { looked: sum('looked'), failed: sum('failed') };
    } finally {
      await withLease(deps, () => deps.leases.giveBack(lease, deps.now()));
    }
  };
}

/**
 * The result of a call, or undefined when it failed, which is logged and counted. The sweep never fails for it. The
 * next minute tries again, and a lease that is not given back ends by itself.
 */
async function withLease<Result>({ log, count }: SweepDeps, use: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await use();
  } catch (error) {
    log.error('lease-failed', { error: errorName(error) });
    count('LeaseFailures', 1, 'Count');
    return undefined;
  }
}

/** What fails here is tried again in a minute, and the sweep does not fail for it. */
async function afterCalendar(deps: SweepDeps): Promise<void> {
  try {
    await followLateCalendar(deps);
  } catch (error) {
    deps.log.error('calendar-not-followed', { error: errorName(error) });
  }
}

/** A kind whose queue cannot even be read has failed, and holds up neither the others nor the measures. */
async function oneKind(deps: SweepDeps, kind: DueKind, budget: SweepBudget): Promise<KindFigures> {
  try {
    return await sweepKind(deps, { kind, limit: MOST[kind], handle: handlersOf(deps)[kind] }, budget[kind]);
  } catch (error) {
    deps.log.error('sweep-failed', { kind, error: errorName(error) });
    return { kind, looked: 0, failed: 1, putOff: 0, isCutOff: true };
  }
}

/** Who was second hears of it before it stands, also where the function that recorded it has died. */
async function beforeItStands({ cases, tellSecond }: SweepDeps, reference: string): Promise<void> {
  const theCase = await cases.readCase(reference);
  if (theCase && decidedWithSecond(theCase)) await tellSecond(theCase);
}

function handlersOf(deps: SweepDeps): Record<DueKind, HandleDue> {
  const cases = { process: intake, store: casesAsAggregates(deps.cases), answer: answerStep(deps) };
  const supports = sweptSupports(deps);
  return {
    CASE: async (due) => {
      if (!('reference' in due)) return undefined;
      await beforeItStands(deps, due.reference);
      const theCase = await sweepRun(deps, cases, due.reference);
      await countDecisions(deps, theCase);
      await deps.tellOfParked(theCase);
      await deps.tellOfPlace(theCase);
      await deps.sendCheckIn(theCase);
      await deps.sendSchool(theCase);
      await deps.sendPlay(theCase);
      const isBack = (cameBackAt(theCase) ?? newsBackAt(theCase)) !== undefined;
      if (tellingDue(theCase, deps.now()) || isBack) await deps.followTelling(due.reference);
      if ((assessmentDueAt(theCase) ?? 'none') <= deps.now()) await deps.followAssessment(due.reference);
      const isSharing = sharingDue(theCase, deps.now()) ?? jointDue(theCase, deps.now());
      if (isSharing) await deps.followSharing(due.reference);
      if (toSupportDueAt(theCase) !== undefined) await followCase(deps)(due.reference);
      return undefined;
    },
    SUPPORT: async (due) => {
      if (!('machine' in due)) return undefined;
      const support = await sweepRun(deps, supports, due.reference);
      await freeSlots(deps, support);
      await closeCase(deps, support);
      const theCase = support.list?.changed?.toTell ? await deps.cases.readCase(due.reference) : undefined;
      if (theCase) await deps.tellOfPlace(theCase);
      return undefined;
    },
    SLOT: async (due) => {
      if ('slotId' in due) await settleSlot(deps)(due.slotId);
      return undefined;
    },
    NOTICE: async (due) => ('noticeId' in due ? deps.settleNotice(due.reference, due.noticeId) : undefined),
    TODO: async (due) => {
      if ('todoId' in due) await deps.remindOfTodo(due.reference, due.todoId);
      return undefined;
    },
    DRAFT: async (due) => ('draftId' in due ? deps.sweepDraft(due.draftId) : undefined),
  };
}
