import { type ConfirmDeps, confirmCohort } from './confirm-cohort.ts';
import { readCohort } from './read-cohort.ts';
import { doStartingSchool } from './school-command.ts';
import { doSchoolRegisters } from './school-register.ts';

/** What people do for Starting School. */
export function doSchool(deps: ConfirmDeps) {
  return {
    ...doStartingSchool(deps),
    ...doSchoolRegisters(deps),
    readCohort: readCohort(deps),
    confirmCohort: confirmCohort(deps),
  };
}

export type DoSchool = ReturnType<typeof doSchool>;
