import type { Case } from '../case/case.ts';
import type { Staff } from '../people/on-duty.ts';
import type { Addressees } from './addressees.ts';
import { type Intent, managers, referrers, triagers, triagersAndManagers } from './intent.ts';

/**
 * Whom to tell that a referral was withdrawn: its referrer, and those who had been asked to decide or have the child on a
 * list. The family is the referrer's to tell, and the notice to the referrer says so.
 */
export function withdrawnNotices(theCase: Case, referral: Addressees, staff: Staff): Intent[] {
  const hadAskedTeam = theCase.teamAskedAt !== undefined;
  const hadAskedManager = wasListed(theCase) || theCase.escalatedAt !== undefined;
  return [...referrers('OUTCOME_WITHDRAWN', referral), ...staffToTell(hadAskedTeam, hadAskedManager, staff)];
}

function staffToTell(hadAskedTeam: boolean, hadAskedManager: boolean, staff: Staff): Intent[] {
  if (hadAskedTeam && hadAskedManager) return triagersAndManagers('TEAM_WITHDRAWN', staff);
  if (hadAskedTeam) return triagers('TEAM_WITHDRAWN', staff);
  return hadAskedManager ? managers('TEAM_WITHDRAWN', staff) : [];
}

/** Whether the child has ever been on a list, so that the family may have had a letter about it. */
export function wasListed({ listedAt }: Pick<Case, 'listedAt'>): boolean {
  return listedAt !== undefined;
}
