import type { Problem } from '../problems/rules.ts';
import { childSchema } from '../referral/child.ts';
import { readPath } from '../values/read-path.ts';

/** NHS_NUMBER_CHECK_DIGIT when a number is given that is not ten digits with a right check digit (RULES, valid). */
export function nhsNumberProblems(input: unknown): Problem[] {
  const number = childSchema.shape.nhsNumber.safeParse(readPath(input, 'child', 'nhsNumber')).data;
  if (number === undefined || isNhsNumber(number)) return [];
  const rule = /^\d{10}$/.test(number) ? 'nhs-number-digits' : 'nhs-number-length';
  return [{ code: 'NHS_NUMBER_CHECK_DIGIT', path: 'child.nhsNumber', rule, params: {} }];
}

/** Modulus 11 (NHS Data Dictionary, NHS number): the last of ten digits checks the others. */
function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  return (11 - (sum % 11)) % 11 === Number(digits.at(9));
}

/** One digit ten times and the ten digits in order have a right check digit, and are typed where the number is not known. */
const PLACEHOLDER = /^(?:(\d)\1{9}|0123456789)$/;

/** Whether a valid number can say that two children are one: a placeholder, such as 9999999999, says nothing of anyone. */
export function identifiesChild(nhsNumber: string): boolean {
  return !PLACEHOLDER.test(nhsNumber);
}
