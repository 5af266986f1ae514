import type * as z from 'zod';
import { type Actor, actorCode, MACHINE } from '../people/actor.ts';
import { isAsked } from '../people/asked.ts';
import { FromALaterRelease } from '../problems/errors.ts';
import type { Moment } from '../process/process.ts';
import { plusMinutes } from '../values/dates.ts';
import type { Case, Decision, Task } from './case.ts';
import { applyChange } from './change.ts';
import { duplicateOutcomeSchema, type ListPathway, suspicionOutcomeSchema, triageOutcomeSchema } from './codes.ts';
import type { InformationRequest } from './information-request.ts';
import { restarted } from './run.ts';
import { SAME_CHILD, sameAs } from './same-as.ts';
import { suspicionEffect } from './suspicion.ts';
import { toCount } from './to-count.ts';
import { historyText, questionOf, toldOf } from './typed-decision.ts';

/** What a person decides, before it is recorded. */
export type Decided = Omit<Decision, 'decidedAt' | 'effectiveAt'>;

/** The open, undecided task with this id; undefined when there is none, or no longer. */
export function openTask(theCase: Case, taskId: string): Task | undefined {
  return theCase.task?.id === taskId && !theCase.task.decision ? theCase.task : undefined;
}

/** The same for one person, by id. Undefined also when they are not among those who are asked. */
export function openTaskFor(theCase: Case, taskId: string, id: string): Task | undefined {
  const task = openTask(theCase, taskId);
  return task && isAsked(task, { id }) ? task : undefined;
}

/** Whether someone may take back what was decided of a task: those who may decide on it still, and who decided. */
export function mayUndo({ recipients, decision }: Task, by: Actor): boolean {
  const code = actorCode(by);
  return decision !== undefined && (recipients.includes(code) || actorCode(decision.by) === code);
}

/** Tells one decision on a task from another: made by someone else, or at another instant. Names no one. */
export function decisionMark({ decidedAt, by }: Pick<Decision, 'decidedAt' | 'by'>): string {
  return `${decidedAt} ${actorCode(by)}`;
}

/** What was decided of this task, whether or not it is settled; undefined when nothing was. */
export function decisionOn(theCase: Case, taskId: string): Decision | undefined {
  if (theCase.task?.id === taskId) return theCase.task.decision;
  return theCase.decisions.find((settled) => settled.taskId === taskId);
}

/** The case with this decision recorded; it takes effect when the undo window has passed. */
export function decisionRecorded(
  theCase: Case,
  task: Task,
  moment: Moment,
  decided: Decided,
  undoMinutes: number,
): Case {
  const decision: Decision = {
    ...decided,
    decidedAt: moment.now,
    effectiveAt: plusMinutes(moment.now, undoMinutes),
  };
  const text = historyText(decided);
  return applyChange(
    theCase,
    moment,
    { task: { ...task, decision }, moveBy: theCase.moveBy },
    {
      event: 'DECISION_RECORDED',
      by: decided.by,
      task: task.id,
      outcome: decided.outcome,
      ...(decided.criterion === undefined ? {} : { criterion: decided.criterion }),
      ...involvedIn(decided),
      ...(text === '' ? {} : { text }),
    },
  );
}

function involvedIn({ involvement, page }: Decided): { read?: string[]; against?: boolean | null; page?: string } {
  const kept = page === undefined ? {} : { page };
  return involvement ? { read: involvement.read, against: involvement.against, ...kept } : kept;
}

/** The case with its task undecided again; undefined when nothing is decided, it is not theirs to undo or the window has passed. */
export function decisionUndone(theCase: Case, moment: Moment, by: Actor): Case | undefined {
  const { decision, ...task } = theCase.task ?? { decision: undefined };
  if (!decision || !('id' in task) || moment.now >= decision.effectiveAt) return undefined;
  if (!mayUndo({ ...task, decision }, by)) return undefined;
  return applyChange(
    theCase,
    moment,
    { task, moveBy: theCase.moveBy },
    { event: 'DECISION_UNDONE', by, task: task.id, outcome: decision.outcome },
  );
}

/**
 * The case once its decision stands: the task closed, what follows begun, the workflow owed a wake-up. A case that was
 * parked is owed a new workflow instead. Undefined when no decision is due yet.
 */
export function decisionSettled(theCase: Case, moment: Moment): Case | undefined {
  const task = theCase.task;
  if (!task?.decision || moment.now < task.decision.effectiveAt) return undefined;
  const { decision } = task;
  const settled = applyChange(
    theCase,
    moment,
    {
      ...effectOf(task.kind, decision),
      ...toCount(theCase, moment, task, decision),
      ...(task.kind === 'TRIAGE' && sameAs(decision) === undefined
        ? { lastDecision: { ...toldOf(decision), at: moment.now } }
        : {}),
      task: null,
      decisions: [...theCase.decisions, { ...decision, taskId: task.id, kind: task.kind }],
      outbox: task.token && !theCase.parked ? [{ kind: 'WAKE', token: task.token }] : [],
    },
    { event: 'DECISION_SETTLED', by: MACHINE, task: task.id, outcome: decision.outcome },
  );
  return theCase.parked ? restarted(settled, moment, MACHINE) : settled;
}

/** The list that an accepting outcome puts the child on. */
export function pathwayOf(outcome: string | null): ListPathway | undefined {
  if (outcome === 'ACCEPT_INITIAL_ASSESSMENT') return 'INITIAL_ASSESSMENT';
  if (outcome === 'INVITE_GROUP') return 'PORTAGE_GROUP';
  return outcome === 'INVITE_LITTLE_TREASURES' ? 'LITTLE_TREASURES' : undefined;
}

/** Whether this outcome of triage puts the child on a list. */
export function putsOnList(outcome: string): boolean {
  return pathwayOf(outcome) !== undefined;
}

/** Whether this outcome of triage ends the referral here. */
export function endsHere(outcome: string): boolean {
  return outcome === 'REDIRECT' || outcome === 'DECLINE';
}

type Effect = Partial<
  Pick<
    Case,
    | 'status'
    | 'next'
    | 'outcome'
    | 'ask'
    | 'duplicateOf'
    | 'duplicateCleared'
    | 'suspicion'
    | 'reasons'
    | 'askedAgain'
    | 'deferredTo'
  >
>;

function effectOf(kind: Task['kind'], decision: Decision): Effect {
  if (kind === 'DUPLICATE') return duplicateEffect(mustKnow(duplicateOutcomeSchema, decision));
  if (kind === 'SUSPICIOUS') return suspicionEffect(mustKnow(suspicionOutcomeSchema, decision));
  if (kind !== 'TRIAGE') throw new FromALaterRelease('A task of a kind that this release does not know was decided.');
  const other = sameAs(decision);
  if (other !== undefined) return { ...ENDED_AS_DUPLICATE, outcome: 'POSSIBLE_DUPLICATE', duplicateOf: other };
  const outcome = mustKnow(triageOutcomeSchema, decision);
  if (pathwayOf(outcome)) return { outcome, next: 'LIST' };
  if (outcome === 'REDIRECT') return { outcome, status: 'REDIRECTED', next: 'NOTIFY' };
  if (outcome === 'DECLINE') return { outcome, status: 'DECLINED', next: 'NOTIFY' };
  if (outcome === 'DEFER_TO_MEETING') {
    const { deferredTo } = decision;
    const again = { outcome, status: 'IN_TRIAGE', next: 'TRIAGE', askedAgain: 'DEFERRED' } as const;
    return deferredTo ? { ...again, deferredTo } : again;
  }
  const { by, riskWhileWaiting } = decision;
  const ask: InformationRequest = {
    ...{ why: 'INFORMATION_REQUESTED', question: questionOf(decision), failed: [], untilAt: null, by },
    ...(riskWhileWaiting === undefined ? {} : { riskWhileWaiting }),
  };
  return { outcome, status: 'AWAITING_REFERRER', next: 'ASK_REFERRER', ask };
}

/** The outcome, or an error that leaves the decision to functions that know it: it takes effect once they are here. */
function mustKnow<Code extends z.ZodEnum>(codes: Code, { outcome }: Decision): z.output<Code> {
  const parsed = codes.safeParse(outcome);
  if (parsed.success) return parsed.data;
  throw new FromALaterRelease('An outcome that this release does not know was decided.');
}

const ENDED_AS_DUPLICATE = { status: 'NOT_ACCEPTED', next: 'NOTIFY' } as const;

function duplicateEffect(outcome: 'NOT_A_DUPLICATE' | 'CONFIRMED_DUPLICATE'): Effect {
  if (outcome === SAME_CHILD) return ENDED_AS_DUPLICATE;
  return { status: 'RECEIVED', next: 'CHECK', outcome: null, reasons: [], duplicateCleared: true };
}
