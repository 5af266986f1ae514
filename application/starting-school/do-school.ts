import { type ConfirmDeps, confirmCohort } from './confirm-cohort.ts';
import { readCohort } from './read-cohort.ts';
import { doStartingSchool } from './school-command.ts';

/** What people do for Starting School. */
export function doSchool(deps: ConfirmDeps) {
  return { ...doStartingSchool(deps), readCohort: readCohort(deps), confirmCohort: confirmCohort(deps) };
}

export type DoSchool = ReturnType<typeof doSchool>;
