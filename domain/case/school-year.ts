import { receptionStart } from '../rules/age.ts';
import type { Policy } from '../service/policy.ts';
import type { Case } from './case.ts';

/** The year in which a child of this date of birth starts school. */
export function schoolYearOf(dob: string, policy: Policy): number {
  return Number(receptionStart(dob, policy).slice(0, 4));
}

/** The part of a case that says when its child starts school; nothing where the date of birth is not known. */
export function schoolOf(
  { school }: Pick<Case, 'school'>,
  dob: string | undefined,
  policy: Policy,
): Pick<Case, 'school'> {
  return dob === undefined ? {} : { school: { ...school, year: schoolYearOf(dob, policy) } };
}
