import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import type { Policy } from '../service/policy.ts';
import type { Case } from './case.ts';
import { applyChange } from './change.ts';
import type { ContactSaid, MayHear, ParentSaid } from './corrected-shape.ts';
import { schoolYearOf } from './school-year.ts';

interface Said {
  readonly by: Actor;
  readonly reason: string;
}

/** The date of birth that staff recorded last; undefined while the referral's own stands. */
export function correctedBirthDate({ birthDates }: Pick<Case, 'birthDates'>): string | undefined {
  return birthDates?.at(-1)?.on;
}

/** What staff recorded last of the parent at this place of the referral; undefined when they recorded nothing. */
export function saidOfParent(said: readonly ParentSaid[] | undefined, place: number): ParentSaid | undefined {
  return said?.findLast((one) => one.place === place);
}

/** Whether staff said that this parent may be emailed: that they have parental responsibility, and that it may be done. */
export function allowsEmail({ holds, mayEmail }: Pick<ParentSaid, 'holds' | 'mayEmail'>): boolean {
  return holds === 'YES' && mayEmail;
}

/** Whether staff recorded since that no email may go to the family, or to one of its parents. */
export function emailsStopped({
  noFamilyEmail,
  responsibility,
}: Pick<Case, 'noFamilyEmail' | 'responsibility'>): boolean {
  const places = new Set(responsibility?.map(({ place }) => place));
  const said = [...places].flatMap((place) => saidOfParent(responsibility, place) ?? []);
  return noFamilyEmail !== undefined || said.some((one) => !allowsEmail(one));
}

/**
 * The case once staff corrected the date of birth in the referral, and with it when the child starts school. No rule decides again by itself.
 * Undefined where that date stands already.
 */
export function birthDateCorrected(
  theCase: Case,
  moment: Moment,
  { from, on, by, reason }: Said & { readonly from: string; readonly on: string },
  policy: Policy,
): Case | undefined {
  const before = correctedBirthDate(theCase) ?? from;
  if (before === on) return undefined;
  const birthDates = [...(theCase.birthDates ?? []), { from: before, on, at: moment.now, by, reason }];
  const { school } = theCase;
  const starts = school ? { school: { ...school, year: schoolYearOf(on, policy) } } : {};
  const patch = { birthDates, ...starts, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'BIRTH_DATE_CORRECTED', by, text: reason });
}

/** The case once staff recorded who has parental responsibility. Undefined where the same of this parent stands already. */
export function responsibilityRecorded(
  theCase: Case,
  moment: Moment,
  { by, reason, ...said }: Said & Pick<ParentSaid, 'place' | 'holds' | 'mayEmail'>,
): Case | undefined {
  const before = saidOfParent(theCase.responsibility, said.place);
  if (before?.holds === said.holds && before.mayEmail === said.mayEmail) return undefined;
  const responsibility = [...(theCase.responsibility ?? []), { ...said, at: moment.now, by, reason }];
  const patch = { responsibility, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, {
    event: 'RESPONSIBILITY_RECORDED',
    by,
    parent: said.place,
    holds: said.holds,
    text: reason,
  });
}

/** The case once staff recorded who agreed to the referral and who may be told. */
export function mayHearRecorded(theCase: Case, moment: Moment, { by, reason, ...said }: Omit<MayHear, 'at'>): Case {
  const mayHear = [...(theCase.mayHear ?? []), { ...said, by, reason, at: moment.now }];
  const patch = { mayHear, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'MAY_HEAR_RECORDED', by, text: reason });
}

/** The case once staff recorded how an adult is reached now. The address or number is in no event. */
export function contactRecorded(theCase: Case, moment: Moment, said: Omit<ContactSaid, 'at'>): Case {
  const { by, reason: text, place: parent, channel } = said;
  const contacts = [...(theCase.contacts ?? []), { ...said, at: moment.now }];
  const patch = { contacts, moveBy: theCase.moveBy };
  return applyChange(theCase, moment, patch, { event: 'CONTACT_RECORDED', by, parent, channel, text });
}
