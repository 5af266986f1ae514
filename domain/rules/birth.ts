import * as z from 'zod';
import type { Problem } from '../problems.ts';

const unborn = z.looseObject({ child: z.looseObject({ unborn: z.literal(true) }) });
const withDob = z.looseObject({ child: z.looseObject({ dob: z.iso.date() }) });

const message =
  'The child is not born yet on the day of the referral. The service is for children from birth: send the referral again ' +
  'after the birth, or correct the date.';

/** The date of birth, when it can be read at all from what was sent. */
export function dobOf(input: unknown): string | undefined {
  return withDob.safeParse(input).data?.child.dob;
}

/** NOT_YET_BORN when the child is marked unborn or the date of birth lies after the day of the referral (RULES, valid). */
export function birthProblems(input: unknown, referralOn: string): Problem[] {
  const dob = dobOf(input);
  if (unborn.safeParse(input).success) return [{ code: 'NOT_YET_BORN', path: 'child.unborn', message }];
  if (dob !== undefined && dob > referralOn) return [{ code: 'NOT_YET_BORN', path: 'child.dob', message }];
  return [];
}
