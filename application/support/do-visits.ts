import type * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import { beginningChanged } from '#domain/support/beginning.ts';
import { visitPlanned } from '#domain/support/visits.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readCommand } from '../command.ts';
import { doPlans, type PlanDeps } from '../plan/do-plans.ts';
import { changeVisits, type VisitDeps, type VisitResult } from './change-visits.ts';
import { askExtension, decideExtension } from './extend-visits.ts';
import { freeVisits, type NameDeps, namePractitioner } from './name-practitioner.ts';
import { readVisits } from './read-visits.ts';
import { type RecordVisitDeps, recordVisit } from './record-visit.ts';
import { beginningSchema, planSchema, visitFaults } from './visit-command.ts';

/** Plans the next visit of a child, or moves it. */
function planVisit(deps: VisitDeps) {
  return async (reference: string, typed: z.input<typeof planSchema>, by: Actor): Promise<VisitResult> => {
    const read = readCommand(planSchema, visitFaults, typed);
    if ('problems' in read) return read;
    return changeVisits(deps, reference, (current, moment) =>
      visitPlanned(current, moment, { ...read.command, by }, deps.policy),
    );
  };
}

/** Records the agreement, strengths or needs beside a visit. Sending it again changes nothing. */
function noteBeginning(deps: VisitDeps) {
  return async (reference: string, typed: z.input<typeof beginningSchema>, by: Actor): Promise<VisitResult> => {
    const read = readCommand(beginningSchema, visitFaults, typed);
    if ('problems' in read) return read;
    const said = { ...read.command, on: londonDateOf(deps.now()), by };
    return changeVisits(deps, reference, (current, moment) => beginningChanged(current, moment, said));
  };
}

/** Everything that people do with home visits and plans, over one set of stores. */
export function doVisits(
  deps: PlanDeps &
    RecordVisitDeps &
    NameDeps &
    Parameters<typeof readVisits>[0] &
    Parameters<typeof decideExtension>[0],
) {
  return {
    ...{ planVisit: planVisit(deps), recordVisit: recordVisit(deps), namePractitioner: namePractitioner(deps) },
    freeVisits: () => freeVisits(deps),
    ...{ askExtension: askExtension(deps), decideExtension: decideExtension(deps) },
    ...doPlans(deps),
    ...{ noteBeginning: noteBeginning(deps), readVisits: readVisits(deps) },
  };
}

/** What people do with home visits and plans. */
export type DoVisits = ReturnType<typeof doVisits>;
