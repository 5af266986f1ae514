import * as z from 'zod';
import type { Problem } from '../problems.ts';
import { areaSchema } from '../referral/codes.ts';
import { dobOf } from './birth.ts';

const list = z.looseObject({ assessments: z.array(z.unknown()) });
const withArea = z.looseObject({ area: areaSchema });
const withDate = z.looseObject({ assessedOn: z.iso.date() });

/** Problems of assessments among themselves: an area given twice, a date before birth or after the referral (RULES, valid). */
export function assessmentProblems(input: unknown, referralOn: string): Problem[] {
  const entries = list.safeParse(input).data?.assessments ?? [];
  const dob = dobOf(input);
  const seen = new Set<string>();
  return entries.flatMap((entry, i) => [...givenTwice(entry, i, seen), ...outOfTime(entry, i, referralOn, dob)]);
}

function givenTwice(entry: unknown, i: number, seen: Set<string>): Problem[] {
  const area = withArea.safeParse(entry).data?.area;
  if (area === undefined) return [];
  const again = seen.has(area);
  seen.add(area);
  const message = `Assessment ${i + 1} gives the area ${area} a second time. Keep the one that counts and remove the other.`;
  return again ? [{ code: 'FIELD_INVALID', path: `assessments[${i}].area`, message }] : [];
}

function outOfTime(entry: unknown, i: number, referralOn: string, dob: string | undefined): Problem[] {
  const on = withDate.safeParse(entry).data?.assessedOn;
  if (on === undefined) return [];
  const path = `assessments[${i}].assessedOn`;
  const problem = (when: string) => {
    const message = `Assessment ${i + 1} is dated ${when}. Correct its date, or the date of birth.`;
    return [{ code: 'FIELD_INVALID', path, message }];
  };
  if (on > referralOn) return problem('after the day of the referral');
  return dob !== undefined && dob <= referralOn && on < dob ? problem('before the child was born') : [];
}
