import { correctedBirthDate } from '#domain/case/corrected.ts';
import { schoolNoted } from '#domain/case/school.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import { birthDateIn } from '#domain/referral/birth-date.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

export interface NoteDeps {
  readonly cases: CaseStore;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Has the case of a child whom we accepted say when the child starts school, where it does not: an earlier release listed them.
 * Nothing is written where it is known, the date of birth is not, or the child was never on a list. Whether this call wrote it.
 */
export function noteSchool(deps: NoteDeps): (reference: string) => Promise<boolean> {
  return async (reference) => {
    const [theCase, stored] = await Promise.all([
      deps.cases.readCase(reference),
      deps.referrals.readReferral(reference),
    ]);
    const dob = (theCase && correctedBirthDate(theCase)) ?? birthDateIn(stored?.body);
    if (theCase?.listedAt === undefined || theCase.school || dob === undefined) return false;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const note = (current: typeof theCase) =>
      current.school ? undefined : schoolNoted(current, moment, correctedBirthDate(current) ?? dob, deps.policy);
    return (await changeCase(deps.cases, reference, note)).saved;
  };
}
