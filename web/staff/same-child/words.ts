import type { SameChildFault } from '#application/triage/say-if-same-child.ts';
import type { WhyNotJoined } from '#domain/case/same-child.ts';
import type { CommandWords } from '../../components/command-words.ts';

export const sameChildWords = {
  title: 'Is it the same child?',
  caption: (mine: string, other: string) => `Referral ${mine} and referral ${other}`,
  compare: 'The two referrals',
  back: 'Back to the task',
  same: 'Same child',
  different: 'Different children',
  ifSame: (mine: string, other: string) =>
    `If it is the same child, referral ${mine} ends and referral ${other} continues. It gets the documents of both, and the earlier referral date counts.`,
  ifDifferent: 'If they are different children, both referrals continue. We will not ask about these two again.',
  undo: (minutes: number) => `You can undo “Same child” for ${minutes} minutes.`,
  reason: 'How do you know?',
  reasonHint: 'For the record and the team. We do not show it to the referrer or the family.',
  cannot: 'You cannot join them here',
  sameAs: 'Continues as referral',
} as const;

/** Why a referral cannot end as a duplicate of the other, and what to do then. */
export const whyNotJoinedWords: Readonly<Record<WhyNotJoined, string>> = {
  OTHER_ENDED:
    'The other referral is closed, so this one continues. Decide on this one, and read the other for what we knew then.',
  OTHER_DIED: 'The other referral says that the child has died. If it is the same child, record it here too.',
  OTHER_SUSPICIOUS:
    'No one has checked yet if the other referral is real. Wait for that, then open this page again from the task.',
  OTHER_DECIDED:
    'A colleague has said on the other referral that it is the same child. That one ends and this one continues.',
};

export const sameChildFaultWords = {
  SAME_MISSING: 'Select “Same child” or “Different children”',
  REASON_MISSING: 'Enter how you know',
  REASON_TOO_LONG: ({ limit }) => `How you know must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter how you know again without characters that we cannot show',
} as const satisfies CommandWords<SameChildFault>;
