import type { Problem } from '../problems/rules.ts';
import { readableText } from '../values/characters.ts';
import { canBeDialled } from '../values/phone-number.ts';
import { readListAt, readPath } from '../values/read-path.ts';

/**
 * A problem when no parent or carer has an email, a phone or an address, and there is no home address (RULES, valid).
 */
export function contactabilityProblems(input: unknown): Problem[] {
  const parents = readListAt(input, 'family', 'parents');
  const canBeReached = parents.some(
    (parent) => isGiven(parent, 'email') || isGiven(parent, 'address') || hasPhone(parent),
  );
  if (parents.length === 0 || canBeReached || isGiven(input, 'home', 'address')) return [];
  return [{ code: 'FIELD_MISSING', path: 'family.parents', rule: 'no-contact', params: {} }];
}

/** Whether the number could be rung: any text is accepted as one, so that it costs no referral. */
function hasPhone(parent: unknown): boolean {
  const phone = readPath(parent, 'phone');
  return typeof phone === 'string' && canBeDialled(phone);
}

/** Whether something was written there; whether it is in the right form is the structural schema's question. */
function isGiven(input: unknown, ...path: readonly PropertyKey[]): boolean {
  const value = readPath(input, ...path);
  return typeof value === 'string' && readableText(value) !== '';
}
