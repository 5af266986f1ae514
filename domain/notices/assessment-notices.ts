import { visitOwed } from '../case/assessment.ts';
import type { VisitNews } from '../case/assessment-shape.ts';
import type { Case } from '../case/case.ts';
import type { NoticeKind } from './notice.ts';

/** A point in the initial assessment of a child at which people are owed a notice. */
export type VisitMoment =
  | 'VISIT_BOOKED'
  | 'VISIT_MOVED'
  | 'VISIT_CANCELLED'
  | 'VISIT_REMINDER'
  | 'VISIT_MISSED'
  | 'VISIT_OUTCOME';

const moments: Readonly<Record<VisitNews, VisitMoment>> = {
  BOOKED: 'VISIT_BOOKED',
  MOVED: 'VISIT_MOVED',
  CANCELLED: 'VISIT_CANCELLED',
  REMINDER: 'VISIT_REMINDER',
  MISSED: 'VISIT_MISSED',
  OUTCOME: 'VISIT_OUTCOME',
};

/** The moment of a piece of news. */
export function visitMoment(news: VisitNews): VisitMoment {
  return moments[news];
}

/** Whether this is one of those moments. */
export function isVisitMoment(moment: string): moment is VisitMoment {
  return Object.values(moments).some((one) => one === moment);
}

const kinds: Readonly<Record<VisitMoment, readonly NoticeKind[]>> = {
  VISIT_BOOKED: ['ASSESSMENT_BOOKED', 'TEAM_TELL_VISIT'],
  VISIT_MOVED: ['ASSESSMENT_MOVED', 'TEAM_TELL_VISIT'],
  VISIT_CANCELLED: ['ASSESSMENT_CANCELLED', 'TEAM_TELL_VISIT'],
  VISIT_REMINDER: ['ASSESSMENT_REMINDER', 'TEAM_TELL_VISIT'],
  VISIT_MISSED: ['ASSESSMENT_MISSED', 'TEAM_PRINT_ASSESSMENT', 'TEAM_TELL_ASSESSMENT'],
  VISIT_OUTCOME: ['ASSESSMENT_OUTCOME', 'ASSESSMENT_FOUND', 'TEAM_PRINT_ASSESSMENT', 'TEAM_TELL_ASSESSMENT'],
};

const afterMissed: readonly NoticeKind[] = ['TEAM_AFTER_MISSED'];
const none: readonly NoticeKind[] = [];

/**
 * What is owed at such a moment, once for each booking, visit and outcome. Where a person decides how it goes on, nothing goes to the
 * family before that person has spoken with them.
 */
export function visitBatch(moment: VisitMoment, theCase: Pick<Case, 'assessment'>) {
  const mark = visitOwed(theCase);
  if (mark === undefined) return { kinds: none };
  const isAsked = moment === 'VISIT_MISSED' && theCase.assessment?.asked !== undefined;
  const isOfVisit = moment === 'VISIT_BOOKED' || moment === 'VISIT_MOVED' || moment === 'VISIT_REMINDER';
  // A notice that names a time is given up once that visit is moved.
  const named = isOfVisit ? { about: `VISIT-${theCase.assessment?.visit?.n}`, mark: moment } : { mark };
  return { kinds: isAsked ? afterMissed : kinds[moment], ...named };
}
