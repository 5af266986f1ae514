import type { Case } from '#domain/case/case.ts';
import { correctedBirthDate } from '#domain/case/corrected.ts';
import type { ChildWhoWaits } from '#domain/lists/look-at-place.ts';
import type { CaseStore, ReferralStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { birthDateIn } from '#domain/referral/birth-date.ts';
import { referralIn } from '#domain/referral/stored-body.ts';
import { saidYesOn } from '#domain/support/support.ts';

interface ChildDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
}

/** The same, and what a person found at the review of the long wait. */
interface Waiting extends ChildWhoWaits {
  readonly review: Case['waitReview'];
  /** How often the family was asked whether anything has changed. */
  readonly checkIns: number;
  /** Whether the case says in which year the child starts school: what an earlier release listed does not. */
  readonly knowsSchool: boolean;
}

/** What is known of a child on a list, with what staff corrected and found since; of one without a readable referral, less. */
export async function childWhoWaits({ cases, referrals, supports }: ChildDeps, reference: string): Promise<Waiting> {
  const [theCase, stored] = await Promise.all([cases.readCase(reference), referrals.readReferral(reference)]);
  const support = theCase?.toSupport && (await supports.readSupport(reference));
  const referral = stored && referralIn(stored);
  const done = theCase?.assessment?.done?.on;
  const corrected = theCase && correctedBirthDate(theCase);
  return {
    dob: corrected ?? birthDateIn(stored?.body),
    settingHoursAtReferral: referral?.settingHoursPerWeek,
    settingHoursNow: theCase?.settingHoursNow,
    review: theCase?.waitReview,
    checkIns: theCase?.checkIn?.n ?? 0,
    knowsSchool: theCase?.school !== undefined,
    visitOn: theCase?.assessment?.visit?.on,
    saidYesOn: support ? saidYesOn(support) : undefined,
    assessedOn: [...(referral?.assessments ?? []).map(({ assessedOn }) => assessedOn), ...(done ? [done] : [])],
  };
}
