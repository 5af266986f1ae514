import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import { londonDateOf } from '../values/dates.ts';
import { workingDayBefore, workingMorning } from '../values/working-days.ts';
import { assessmentOf, visitAt, waitsForAssessment } from './assessment.ts';
import type { Visit } from './assessment-shape.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';

/**
 * Why an initial assessment is not changed. NOT_WAITING: the child waits for none any more. DONE: it was done. ASKED: a person
 * is asked first how it goes on. RECORD_FIRST: the one that is booked is over. NONE: nothing is booked. OVERTAKEN: another one is.
 */
export interface AssessmentRefusal {
  readonly refused:
    | 'NOT_WAITING'
    | 'DONE'
    | 'ASKED'
    | 'RECORD_FIRST'
    | 'NONE'
    | 'OVERTAKEN'
    | 'IN_PAST'
    | 'NOT_YET'
    | 'NOT_ASKED'
    | 'BAND_MISSING';
}

export type AssessmentChange = Case | AssessmentRefusal;

/** A visit as it is booked: `where` is blank for the child's home. `seen`: the number of the booking that it replaces, 0 for none. */
export interface Booking {
  readonly on: string;
  readonly at: string;
  readonly person: string;
  readonly where: string;
  readonly seen: number;
  readonly by: Actor;
}

/** With a visit booked, or the one that is booked moved. The family is owed the news. */
export function assessmentBooked(
  theCase: Case,
  moment: Moment,
  { on, at, person, where, seen, by }: Booking,
  policy: Policy,
): AssessmentChange {
  const before = assessmentOf(theCase);
  const refused = whyNotBooked(theCase, moment, seen);
  if (refused) return refused;
  if (visitAt({ on, at }) <= moment.now) return { refused: 'IN_PAST' };
  const n = before.bookings + 1;
  const remindAt = remindedAt(on, policy);
  const visit: Visit = {
    ...{ n, on, at, person, by, bookedAt: moment.now },
    ...(where === '' ? {} : { where }),
    ...(remindAt > moment.now ? { remindAt } : {}),
  };
  const owed = { news: before.visit ? 'MOVED' : 'BOOKED', at: moment.now } as const;
  const event = before.visit
    ? ({ event: 'ASSESSMENT_MOVED', by, from: before.visit.on, on, time: visit.at, with: person } as const)
    : ({ event: 'ASSESSMENT_BOOKED', by, on, time: visit.at, with: person } as const);
  const assessment = { ...before, bookings: n, visit, owed };
  return applyChange(theCase, moment, { assessment, moveBy: theCase.moveBy }, event);
}

/** Without the visit that was booked. The family is owed the news. */
export function assessmentCancelled(
  theCase: Case,
  moment: Moment,
  { seen, reason, by }: { readonly seen: number; readonly reason: string; readonly by: Actor },
): AssessmentChange {
  const { visit, ...before } = assessmentOf(theCase);
  if (!visit) return { refused: before.done ? 'DONE' : 'NONE' };
  if (visit.n !== seen) return { refused: 'OVERTAKEN' };
  const assessment = { ...before, owed: { news: 'CANCELLED', at: moment.now } as const };
  const event = { event: 'ASSESSMENT_CANCELLED', by, on: visit.on, text: reason } as const;
  return applyChange(theCase, moment, { assessment, moveBy: theCase.moveBy }, event);
}

function whyNotBooked(theCase: Case, { now }: Moment, seen: number): AssessmentRefusal | undefined {
  const { done, asked, visit } = assessmentOf(theCase);
  if (done) return { refused: 'DONE' };
  if (!waitsForAssessment(theCase)) return { refused: 'NOT_WAITING' };
  if (asked) return { refused: 'ASKED' };
  if ((visit?.n ?? 0) !== seen) return { refused: 'OVERTAKEN' };
  return visit && visitAt(visit) <= now ? { refused: 'RECORD_FIRST' } : undefined;
}

/** The working morning on which the family is reminded of a visit on this date. */
function remindedAt(on: string, policy: Policy): string {
  let day = on;
  for (let left = policy.visitReminderDays; left > 0; left -= 1) day = workingDayBefore(day, policy);
  return workingMorning(day, policy);
}

/** When the sweeper must look at an assessment: what is owed of it, or its reminder. Undefined when nothing falls due. */
export function assessmentDueAt(theCase: Case): string | undefined {
  const { assessment } = theCase;
  if (!assessment) return undefined;
  const remindAt = waitsForAssessment(theCase) ? assessment.visit?.remindAt : undefined;
  return [assessment.owed?.at, remindAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}

/** The case whose family is owed a reminder now; undefined while none is due, and for a visit that is over. */
export function reminderOwed(theCase: Case, moment: Moment): Case | undefined {
  const { assessment } = theCase;
  const { visit, ...before } = assessmentOf(theCase);
  if (!assessment || visit?.remindAt === undefined || visit.remindAt > moment.now) return undefined;
  // What is owed already goes first: the reminder is due again right after it.
  if (assessment.owed || !waitsForAssessment(theCase)) return undefined;
  const { remindAt: _, ...reminded } = visit;
  const isOver = londonDateOf(moment.now) > visit.on || visitAt(visit) <= moment.now;
  const owed = isOver ? {} : { owed: { news: 'REMINDER', at: moment.now } as const };
  return applyChange(theCase, moment, {
    assessment: { ...before, visit: reminded, ...owed },
    moveBy: theCase.moveBy,
  });
}

/** The case once people were told what was owed; undefined where something else is owed by now. */
export function newsTold(theCase: Case, moment: Moment, at: string): Case | undefined {
  const { owed, ...assessment } = assessmentOf(theCase);
  return owed?.at === at ? applyChange(theCase, moment, { assessment, moveBy: theCase.moveBy }) : undefined;
}
