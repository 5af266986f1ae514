import { type BookingDeps, bookAssessment, cancelAssessment } from './book-assessment.ts';
import { decideAfterMissed, finishAssessment, missAssessment } from './record-assessment.ts';

/** Everything that people do with initial assessments, over one set of stores. */
export function doAssessments(deps: BookingDeps & Parameters<typeof decideAfterMissed>[0]) {
  return {
    bookAssessment: bookAssessment(deps),
    cancelAssessment: cancelAssessment(deps),
    missAssessment: missAssessment(deps),
    decideAfterMissed: decideAfterMissed(deps),
    finishAssessment: finishAssessment(deps),
  };
}

/** What people do with initial assessments. */
export type DoAssessments = ReturnType<typeof doAssessments>;
