import { decideAfterMissed, printOfAssessment, tellOfAssessment, tellOfVisit } from './asked-todos.ts';
import { onceEnded, onceNotAskedAfter, onceVisitMoved } from './is-over.ts';
import type { NoticeKind } from './notice.ts';
import type { NoticeDefinition } from './notice-definition.ts';
import {
  managers,
  managersForParents,
  managersForUnemailed,
  parentsToWriteTo,
  printersForParents,
  referrers,
} from './recipients.ts';

const ofVisit = { link: null, isOver: onceVisitMoved, addressee: parentsToWriteTo } as const;
const ofAssessment = { link: null, isOver: onceEnded, addressee: parentsToWriteTo } as const;
const toStaff = { link: 'TASK', isOver: onceEnded } as const;

/** The notices about the initial assessment of a child. */
export const assessmentTable = {
  ASSESSMENT_BOOKED: { ...ofVisit, template: 'assessment-booked.njk' },
  ASSESSMENT_MOVED: { ...ofVisit, template: 'assessment-moved.njk' },
  ASSESSMENT_REMINDER: { ...ofVisit, template: 'assessment-reminder.njk' },
  ASSESSMENT_CANCELLED: { ...ofAssessment, template: 'assessment-cancelled.njk' },
  ASSESSMENT_MISSED: { ...ofAssessment, template: 'assessment-missed.njk' },
  ASSESSMENT_OUTCOME: { ...ofAssessment, isOver: () => false, template: 'assessment-outcome.njk' },
  ASSESSMENT_FOUND: { link: 'STATUS', isOver: () => false, template: 'assessment-found.njk', addressee: referrers },
  TEAM_TELL_VISIT: {
    ...{ ...toStaff, template: 'team-tell-visit.njk', todo: tellOfVisit },
    addressee: managersForUnemailed,
  },
  TEAM_TELL_ASSESSMENT: {
    ...{ ...toStaff, template: 'team-tell-assessment.njk', todo: tellOfAssessment },
    addressee: managersForParents,
  },
  TEAM_PRINT_ASSESSMENT: {
    ...{ ...toStaff, template: 'team-print-assessment.njk', todo: printOfAssessment },
    addressee: printersForParents,
  },
  TEAM_AFTER_MISSED: {
    ...{ ...toStaff, isOver: onceNotAskedAfter, template: 'team-after-missed.njk', todo: decideAfterMissed },
    addressee: managers,
  },
} as const satisfies Partial<Record<NoticeKind, NoticeDefinition>>;
