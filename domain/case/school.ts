import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import { hasDied } from './death.ts';
import { isQuiet } from './imported.ts';
import type { SchoolAnswer } from './school-shape.ts';
import { schoolOf, schoolYearOf } from './school-year.ts';

/** What a family is told about when they are invited to Starting School. */
export const SCHOOL = 'STARTING_SCHOOL';

type School = NonNullable<Case['school']>;
type OfSchool = Pick<Case, 'school'>;

interface Said {
  readonly by: Actor;
  readonly reason: string;
}

/** The year in which the child starts school as things stand; undefined where it is not known. */
export function startsIn({ school }: OfSchool): number | undefined {
  return school && school.year + (school.deferredEntry ? 1 : 0);
}

/** The case once it says when its child starts school. Undefined where it says so already. */
export function schoolNoted(theCase: Case, moment: Moment, dob: string, policy: Policy): Case | undefined {
  if (theCase.school?.year === schoolYearOf(dob, policy)) return undefined;
  return applyChange(theCase, moment, { ...schoolOf(theCase, dob, policy), moveBy: theCase.moveBy });
}

/** The case once staff recorded that the child starts school a year later, or not. Undefined where that stands already. */
export function entryDeferred(
  theCase: Case,
  moment: Moment,
  { by, reason, isDeferred }: Said & { readonly isDeferred: boolean },
): Case | undefined {
  const { school } = theCase;
  if (!school || (school.deferredEntry !== undefined) === isDeferred) return undefined;
  const { deferredEntry: _before, ...kept } = untold(school);
  const deferred = isDeferred ? { deferredEntry: { at: moment.now, by, reason } } : {};
  return changed(
    theCase,
    moment,
    { ...kept, ...deferred },
    {
      event: 'SCHOOL_ENTRY_DEFERRED',
      by,
      isDeferred,
      text: reason,
    },
  );
}

/** The case once someone decided, for this year, whether the child is invited. Undefined where that stands already. */
export function schoolChosen(
  theCase: Case,
  moment: Moment,
  { by, reason, year, isInvited }: Said & { readonly year: number; readonly isInvited: boolean },
): Case | undefined {
  const { school } = theCase;
  const before = school?.chosen?.year === year ? school.chosen.isInvited : undefined;
  if (!school || before === isInvited) return undefined;
  const kept = isInvited ? school : untold(school);
  const chosen = { at: moment.now, by, reason, year, isInvited };
  return changed(theCase, moment, { ...kept, chosen }, { event: 'SCHOOL_CHOSEN', by, year, isInvited, text: reason });
}

/**
 * The case once its family is invited for this year, to the sessions of one town or of any. Undefined where they were, and of a
 * child who has died, is left out, whom no one has released, or who starts in another year. The family is told by the sweeper.
 */
export function schoolInvited(
  theCase: Case,
  moment: Moment,
  { by, year, town }: { readonly by: Actor; readonly year: number; readonly town: string | undefined },
): Case | undefined {
  const { school } = theCase;
  if (!school || hasDied(theCase) || isQuiet(theCase) || startsIn(theCase) !== year) return undefined;
  if (isInvitedFor(theCase, year) || isLeftOut(theCase, year)) return undefined;
  const { answer: _ofBefore, ...kept } = school;
  const invited = { at: moment.now, by, year, ...(town === undefined ? {} : { town }), toTell: moment.now };
  return changed(theCase, moment, { ...kept, invited }, { event: 'SCHOOL_INVITED', by, year });
}

/** Whether the family was invited for this year. */
export function isInvitedFor({ school }: OfSchool, year: number): boolean {
  return school?.invited?.year === year;
}

/** Whether someone decided that the child is not invited for this year. */
function isLeftOut({ school }: OfSchool, year: number): boolean {
  return school?.chosen?.year === year && !school.chosen.isInvited;
}

/** Since when the family is to be told that they are invited; undefined where they were, or need not be. */
export function schoolOwedSince({ school }: OfSchool): string | undefined {
  return school?.invited?.toTell;
}

/** Tells the invitation of one year from those before; undefined before the first. */
export function schoolMark({ school }: OfSchool): string | undefined {
  return school?.invited && `SCHOOL${school.invited.year}`;
}

/** Whether an invitation would be untrue by now: the child has died, starts in another year, or is left out. */
export function isSchoolOver(theCase: Pick<Case, 'school' | 'death'>): boolean {
  const year = theCase.school?.invited?.year;
  if (year === undefined || hasDied(theCase)) return true;
  return startsIn(theCase) !== year || isLeftOut(theCase, year);
}

/**
 * The case once the family was told of the invitation for this year. One that would be untrue by now is called off, so that it
 * can be made again. Undefined where nothing was owed.
 */
export function schoolTold(theCase: Case, moment: Moment, year: number): Case | undefined {
  const { school, moveBy } = theCase;
  if (!school?.invited || schoolOwedSince(theCase) === undefined || school.invited.year !== year) return undefined;
  const { toTell: _told, ...invited } = school.invited;
  return applyChange(theCase, moment, {
    school: isSchoolOver(theCase) ? untold(school) : { ...school, invited },
    moveBy,
  });
}

/** The case once staff recorded what the family said. Undefined where that stands already, or no one invited them. */
export function schoolAnswered(
  theCase: Case,
  moment: Moment,
  { by, year, what }: { readonly by: Actor; readonly year: number; readonly what: SchoolAnswer },
): Case | undefined {
  const { school } = theCase;
  if (!school || !isInvitedFor(theCase, year) || school.answer?.what === what) return undefined;
  const answer = { at: moment.now, by, what };
  return changed(theCase, moment, { ...school, answer }, { event: 'SCHOOL_ANSWERED', by, year, what });
}

function changed(theCase: Case, moment: Moment, school: School, event: Parameters<typeof applyChange>[3]): Case {
  return applyChange(theCase, moment, { school, moveBy: theCase.moveBy }, event);
}

/** Without an invitation of which no one was told yet. */
function untold({ invited, ...school }: School): School {
  return invited && invited.toTell === undefined ? { ...school, invited } : school;
}
