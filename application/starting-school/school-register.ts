import {
  attendedSchool,
  cameToSchool,
  isOnSchoolRegister,
  type SchoolSession,
  yearOf,
} from '#domain/case/school-attendance.ts';
import type { Actor } from '#domain/people/actor.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { changeCase } from '../change-case.ts';
import type { ConfirmDeps } from './confirm-cohort.ts';
import { type Cohort, readCohort } from './read-cohort.ts';

/** A child on the register of a session. `isExpected`: the family said that they come. */
interface OnRegister {
  readonly reference: string;
  readonly isExpected: boolean;
  readonly isPresent: boolean | undefined;
}

/** One session of Starting School as its register stands. */
export interface SchoolRegister extends SchoolSession {
  readonly children: readonly OnRegister[];
}

/** Every session of a summer term that has been by this day, each with its register, in the order of towns and dates. */
export function schoolRegisters({ children, sessions }: Cohort, today: string): SchoolRegister[] {
  return sessions.flatMap(({ town, on }) =>
    on.filter((date) => date <= today).map((date) => registerOf(children, { town, on: date })),
  );
}

function registerOf(children: Cohort['children'], session: SchoolSession): SchoolRegister {
  const there = children.filter((child) => isOnSchoolRegister(child, session));
  return {
    ...session,
    children: there.map((child) => ({
      reference: child.reference,
      isExpected: child.school.answer?.what === 'YES',
      isPresent: cameToSchool(child, session),
    })),
  };
}

/** What a register says now, without a name, so that a form can be held against it. */
export function schoolRegisterState({ children }: Pick<SchoolRegister, 'children'>): string {
  return children
    .map(({ reference, isPresent }) => `${reference}${isPresent === undefined ? '-' : isPresent ? 'P' : 'M'}`)
    .join('');
}

/** A whole register: who of those who were expected missed it, and who else came. `seen`: what it said when its form was shown. */
export interface SchoolRegisterCommand extends SchoolSession {
  readonly missed: readonly string[];
  readonly came: readonly string[];
  readonly seen: string;
}

/** SAVED also for a form that is sent again. CHANGED: someone recorded something else since, as `now` says. */
export type SchoolRegisterResult =
  | { readonly kind: 'SAVED' }
  | { readonly kind: 'CHANGED'; readonly now: SchoolRegister }
  | { readonly kind: 'NO_SESSION' };

/** The registers of Starting School: read from the cases of the year, and recorded a child at a time by one conditional write each. */
export function doSchoolRegisters(deps: ConfirmDeps) {
  const readSchoolRegister = async ({ town, on }: SchoolSession): Promise<SchoolRegister | undefined> => {
    const today = londonDateOf(deps.now());
    if (on > today) return undefined;
    // A year has hundreds: of those who are not on this register nothing more than the case is read.
    const cohort = await readCohort(deps)(yearOf({ on }), (theCase) => isOnSchoolRegister(theCase, { town, on }));
    const registers = schoolRegisters(cohort, today);
    return registers.find((one) => one.town === town && one.on === on);
  };
  /** Cut off in between, nothing that was recorded is lost, and sending the register again records the rest. */
  const recordSchoolRegister = async (
    { town, on, missed, came, seen }: SchoolRegisterCommand,
    by: Actor,
  ): Promise<SchoolRegisterResult> => {
    const now = await readSchoolRegister({ town, on });
    if (!now) return { kind: 'NO_SESSION' };
    const asked = now.children.map((child) => ({ ...child, isPresent: presentIn(child, missed, came) }));
    const isSame = schoolRegisterState({ children: asked }) === schoolRegisterState(now);
    if (!isSame && schoolRegisterState(now) !== seen) return { kind: 'CHANGED', now };
    for (const { reference, isPresent } of asked) {
      if (isPresent === undefined) continue;
      const moment = { now: deps.now(), policyVersion: deps.policy.version };
      const record = { by, town, on, isPresent };
      await changeCase(deps.cases, reference, (current) => attendedSchool(current, moment, record));
    }
    return { kind: 'SAVED' };
  };
  return { readSchoolRegister, recordSchoolRegister };
}

/** Who was expected came unless they were missed. Of anyone else nothing is recorded before they came. */
function presentIn(
  { reference, isExpected, isPresent }: OnRegister,
  missed: readonly string[],
  came: readonly string[],
) {
  if (isExpected) return !missed.includes(reference);
  if (came.includes(reference)) return true;
  return isPresent === undefined ? undefined : false;
}
