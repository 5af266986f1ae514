import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { hasDied } from './death.ts';
import { isInvitedFor } from './school.ts';

/** One session: the town whose dates it is of, and the local date. */
export interface SchoolSession {
  readonly town: string;
  readonly on: string;
}

/** Whether the child came to this session; undefined where nothing was recorded. */
export function cameToSchool({ school }: Pick<Case, 'school'>, { town, on }: SchoolSession): boolean | undefined {
  return school?.attendance?.find((one) => one.town === town && one.on === on)?.isPresent;
}

/**
 * Whether the register of a session has this child: invited for that summer term, to the sessions of this town or of any, or
 * recorded there before.
 */
export function isOnSchoolRegister(theCase: Pick<Case, 'school'>, session: SchoolSession): boolean {
  if (cameToSchool(theCase, session) !== undefined) return true;
  const town = theCase.school?.invited?.town ?? session.town;
  return isInvitedFor(theCase, yearOf(session)) && town === session.town;
}

/**
 * The case with what was recorded of one session. A later record of the same session replaces the one before, and both stand in the
 * history. Undefined where it stands already, for a child who has died, and for one who is not on the register.
 */
export function attendedSchool(
  theCase: Case,
  moment: Moment,
  { by, isPresent, town, on }: SchoolSession & { readonly by: Actor; readonly isPresent: boolean },
): Case | undefined {
  const { school, moveBy } = theCase;
  const session = { town, on };
  if (!school || hasDied(theCase) || !isOnSchoolRegister(theCase, session)) return undefined;
  if (cameToSchool(theCase, session) === isPresent) return undefined;
  const others = (school.attendance ?? []).filter((one) => one.town !== town || one.on !== on);
  const attendance = [...others, { ...session, isPresent, at: moment.now, by }].toSorted((a, b) =>
    a.on < b.on ? -1 : 1,
  );
  const event = { event: 'SCHOOL_ATTENDANCE', by, on, isPresent } as const;
  return applyChange(theCase, moment, { school: { ...school, attendance }, moveBy }, event);
}

/** The summer term of a session. */
export function yearOf({ on }: Pick<SchoolSession, 'on'>): number {
  return Number(on.slice(0, 4));
}
