import type { Addressees } from './addressees.ts';
import { parentsNotEmailed } from './recipients.ts';

/** To how much of a family the service writes itself that a fault delays their referral. */
export function delayToldTo(referral: Addressees): 'ALL' | 'SOME' | 'NONE' {
  const all = referral.family.parents.length;
  const others = parentsNotEmailed(referral).length;
  if (others >= all) return 'NONE';
  return others === 0 ? 'ALL' : 'SOME';
}
