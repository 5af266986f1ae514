import type { Case } from '#domain/case/case.ts';
import { mayHearOfWithdrawal } from '#domain/case/ended-as.ts';
import { familyIsOwed } from '#domain/case/tell-family.ts';
import { type FamilyNews, familyNews } from '#domain/case/tell-of-end.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { parentsToTellInPerson } from '#domain/notices/recipients.ts';

const CHECK = 'First check who may be told, and tell them in a way that is safe.';
const ASKED = `You need to tell the family. ${CHECK} We have not written to them about it.`;

const words: Readonly<Record<Exclude<FamilyNews, 'NONE'>, string>> = {
  EMAILED: 'We have emailed the family about it.',
  EMAILING: 'We are emailing the family about it.',
  POSTING: 'We are writing to the family about it, by email or by post.',
  IN_PART: `You need to tell those in the family who we cannot write to. ${CHECK} We write to the others about it.`,
  IN_PART_BACK:
    'You need to tell those in the family who we cannot email. Our email to the others came back, so our team decides who tells them.',
  TOLD: 'The family has been told.',
  NOT_TOLD: 'Our team decided that no one will tell the family. Call us if you think someone should.',
  CAME_BACK: 'Our email to the family came back. We ask our team to tell them.',
};

/** What the family hears of an end, and whether the referrer has to tell them; nothing while that is being worked out. */
export function familyInWords(theCase: Case): readonly string[] {
  const news = familyNews(theCase);
  if (news !== 'NONE') return [words[news]];
  return familyIsOwed(theCase) && theCase.status !== 'NOT_ACCEPTED' ? [ASKED] : [];
}

const UNSAFE = 'If an email or a letter to the family is not safe, call us before you withdraw.';

/** What the family will hear once this referral is withdrawn. */
export const afterWithdrawalWords = {
  all: `We will email or post a letter to the family that it was withdrawn. ${UNSAFE}`,
  some: `We will email or post a letter to each parent or carer where that is safe. You need to tell the others. ${CHECK} ${UNSAFE}`,
  none: `We do not write to the family about it. You need to tell them. ${CHECK}`,
} as const;

/** The same for this referral as it stands. */
export function afterWithdrawal(theCase: Case, family: Addressees): string {
  const inPerson = parentsToTellInPerson(family).length;
  const all = family.family.parents.length;
  if (inPerson >= all || !mayHearOfWithdrawal(theCase)) return afterWithdrawalWords.none;
  return inPerson === 0 ? afterWithdrawalWords.all : afterWithdrawalWords.some;
}
