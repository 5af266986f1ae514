import * as z from 'zod';
import type { Problem } from '../problems.ts';

const family = z.looseObject({ family: z.looseObject({ parents: z.array(z.unknown()).min(1) }) });
const home = z.looseObject({ home: z.looseObject({ address: z.string().trim().min(1) }) });
const ways = ['email', 'phone', 'address'].map((way) => z.looseObject({ [way]: z.string().trim().min(1) }));

/** A problem when no parent or carer has an e-mail, a telephone or an address, and no home address is given (RULES, valid). */
export function reachProblems(input: unknown): Problem[] {
  const parents = family.safeParse(input).data?.family.parents ?? [];
  const reachable =
    home.safeParse(input).success || parents.some((parent) => ways.some((way) => way.safeParse(parent).success));
  if (parents.length === 0 || reachable) return [];
  const message =
    'No parent or carer can be reached. Give an e-mail address, a telephone number or an address for at least one of them.';
  return [{ code: 'FIELD_MISSING', path: 'family.parents', message }];
}
