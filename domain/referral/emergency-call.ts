import type { Problem } from '../problems/rules.ts';
import { hasPassed, isYearMeant } from '../values/past.ts';
import { readPath } from '../values/read-path.ts';
import { referralSchema } from './schema.ts';

const { emergencyCallMadeAt, emergencyCallMadeBy } = referralSchema.shape;

/**
 * True whenever the child is said to be at immediate risk and no emergency call is recorded with its time and caller. A call
 * later than `now`, where that is given, is no call that was made. Read from anything that was sent, however invalid the rest
 * of it is; never throws.
 */
export function declaresImmediateRisk(input: unknown, now?: string): boolean {
  if (readPath(input, 'immediateRisk') !== true) return false;
  const made = emergencyCallMadeAt.unwrap().safeParse(readPath(input, 'emergencyCallMadeAt')).data;
  if (made === undefined || callFault(made, now) !== undefined) return true;
  return !emergencyCallMadeBy.unwrap().safeParse(readPath(input, 'emergencyCallMadeBy')).success;
}

/** What keeps the call for a child at immediate risk from being recorded. What its schema refuses is not repeated. */
export function callProblems(input: unknown, now: string): Problem[] {
  if (!declaresImmediateRisk(input, now)) return [];
  const missing = ['emergencyCallMadeAt', 'emergencyCallMadeBy'].filter((path) => readPath(input, path) === undefined);
  const made = emergencyCallMadeAt.unwrap().safeParse(readPath(input, 'emergencyCallMadeAt')).data;
  const rule = made === undefined ? undefined : callFault(made, now);
  return [
    ...missing.map((path): Problem => ({ code: 'FIELD_MISSING', path, rule: 'missing', params: {} })),
    ...(rule === undefined ? [] : [{ code: 'FIELD_INVALID', path: 'emergencyCallMadeAt', rule, params: {} }]),
  ];
}

function callFault(made: string, now: string | undefined): 'year' | 'in-future' | undefined {
  if (made.startsWith('0') || (now !== undefined && !isYearMeant(made, now))) return 'year';
  return now === undefined || hasPassed(made, now) ? undefined : 'in-future';
}
