import { schoolInvited } from '#domain/case/school.ts';
import type { Actor } from '#domain/people/actor.ts';
import { sessionsFor } from '#domain/people/school-sessions.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import { inLanes } from '../sweep/in-lanes.ts';
import { type Cohort, type CohortDeps, cohortState, readCohort, toInvite } from './read-cohort.ts';

export interface ConfirmDeps extends CohortDeps {
  readonly cases: CaseStore;
  readonly policy: Policy;
  readonly now: Now;
}

/** The whole cohort of a year. `references` and `dates`: whom and to what the form said that it invites. */
export interface ConfirmCommand {
  readonly year: number;
  readonly references: readonly string[];
  readonly dates: string;
}

/**
 * DONE: how many are invited by this call, and whose turn did not come, or who could not be invited: the next press goes on.
 * CHANGED: someone joined the cohort, or the dates changed, since the form was shown, and no one was invited.
 */
export type ConfirmResult =
  | { readonly kind: 'DONE'; readonly invited: number; readonly left: readonly string[] }
  | { readonly kind: 'CHANGED' }
  | { readonly kind: 'NO_DATES' };

const LANES = 10;
const LONGEST_MS = 6_000;

/**
 * Invites everyone in the cohort of a year, each by one conditional write of their case. A second press invites no one twice, and
 * one that was cut off is finished by the next. The sweeper tells the families.
 */
export function confirmCohort(deps: ConfirmDeps): (command: ConfirmCommand, by: Actor) => Promise<ConfirmResult> {
  return async ({ year, references, dates }, by) => {
    const began = Date.parse(deps.now());
    const cohort = await readCohort(deps)(year);
    if (cohort.sessions.length === 0) return { kind: 'NO_DATES' };
    const children = toInvite(cohort);
    const isNew = children.some(({ reference }) => !references.includes(reference));
    if (isNew || cohortState(cohort).dates !== dates) return { kind: 'CHANGED' };
    const done = await inLanes(children, LANES, new AbortController().signal, async ({ reference, town }) => {
      if (Date.parse(deps.now()) - began > LONGEST_MS) return 'LEFT';
      try {
        const moment = { now: deps.now(), policyVersion: deps.policy.version };
        const to = { by, year, town: townOf(cohort, town) };
        const { saved } = await changeCase(deps.cases, reference, (current) => schoolInvited(current, moment, to));
        return saved ? 'INVITED' : 'SAME';
      } catch {
        return 'LEFT';
      }
    });
    return {
      kind: 'DONE',
      invited: done.filter(({ result }) => result === 'INVITED').length,
      left: done.filter(({ result }) => result === 'LEFT').map(({ item }) => item.reference),
    };
  };
}

/** The town of a child where there are sessions in it; undefined where they may come to those of any town. */
function townOf({ sessions, year }: Cohort, town: string | undefined): string | undefined {
  const found = sessionsFor({ startingSchool: sessions }, year, town);
  return town !== undefined && found.every((one) => one.town === town) ? town : undefined;
}
