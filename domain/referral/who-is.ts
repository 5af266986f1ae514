import { birthDateIn } from './birth-date.ts';
import { knownIn } from './known.ts';

/**
 * What tells one child from another, also where two referrals are of one: the NHS number, or else the name, with the date of birth.
 * A referral that does not say when the child was born is a child of its own.
 */
export function whoIs(reference: string, stored: { readonly body: unknown } | undefined): string {
  const { nhsNumber, child } = knownIn(stored);
  return `${nhsNumber ?? child.toLowerCase()}|${birthDateIn(stored?.body) ?? reference}`;
}
