import type { Problem } from '../problems/rules.ts';
import { referralSchema } from '../referral/schema.ts';
import { readPath } from '../values/read-path.ts';

const FORM = /^([A-PR-UWYZ][0-9][0-9A-HJKPSTUW]?|[A-PR-UWYZ][A-HK-Y][0-9][0-9ABEHMNPRVWXY]?) [0-9][ABD-HJLNP-UW-Z]{2}$/;

/** POSTCODE_FORMAT when the postcode is not a UK one by its letter positions (RULES, valid). */
export function postcodeProblems(input: unknown): Problem[] {
  const postcode = referralSchema.shape.postcode.safeParse(readPath(input, 'postcode')).data;
  if (postcode === undefined || FORM.test(postcode)) return [];
  return [{ code: 'POSTCODE_FORMAT', path: 'postcode', rule: 'postcode', params: {} }];
}
