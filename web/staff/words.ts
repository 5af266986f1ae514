/** Words of the staff pages that tests look for. */
export const decideWords = {
  record: 'Record decision',
  preview: 'Continue',
  change: 'Change this',
  ownWords: 'Our own words about this decision, and nothing else.',
  tellOther: 'Tell each referrer that another professional has referred the same child',
  tellOtherHint:
    'If it is a duplicate. Otherwise each of them reads about their own referral only. We never name the other.',
  suspicious: 'A program may have sent this, not a person.',
} as const;

/** Words of the page that shows a decision before it is recorded. */
export const previewWords = {
  title: (reference: string) => `Check your decision: referral ${reference}`,
  nothingYet: 'We have not recorded anything yet. Check what others will read.',
  behindLink: 'What the referrer reads behind their link',
  emails: 'The emails that we will send',
  REFERRER: 'Email to the referrer',
  FAMILY: (name = 'the family') => `Email to ${name}`,
  letterTo: (name = 'the family') => `Letter to ${name}`,
  notSent: 'We will not email them. Someone from our team tells them, or the referrer does.',
  posted: 'We cannot email them, so we will post this letter.',
  link: '(their private link)',
} as const;

/** Words about referrals that are read beside the one of the task. */
export const besideWords = {
  other: (reference: string) => `The other referral: ${reference}`,
  joined: (reference: string) => `Referral ${reference}, joined to this one`,
  sameChild: 'Another referral has the same NHS number and date of birth. Compare the two.',
  otherColumn: (reference: string) => `Referral ${reference}`,
  mayBe: 'This may be the same child',
  alike: (reference: string) =>
    `Referral ${reference} has the same date of birth and postcode. It may be the same child, or a twin.`,
  soundsAlike: (reference: string) =>
    `Referral ${reference} has the same date of birth and postcode, and a name that sounds like this one.`,
  twin: (reference: string) =>
    `Referral ${reference} has the same date of birth and postcode, and another name. It may be a twin.`,
  sayIfSame: (reference: string) => `Say if referral ${reference} is for the same child`,
  notOnHold: 'Nothing is on hold for it.',
  inTask: 'You can say in the task of this referral if it is the same child.',
  sibling: (reference: string) => `Referral ${reference} is for another child at the same address.`,
  fact: 'Fact',
  mine: 'This referral',
  differs: 'Different',
  noDocuments: 'It has no documents.',
  everything: (reference: string) => `Everything in referral ${reference}`,
  lost: 'The other referral is no longer there.',
} as const;

export const decidedWords = {
  tooLate: 'Someone else has already decided',
  closed: (reference: string) => `There is nothing to decide: referral ${reference}`,
  withdrawn: (reference: string) => `The referrer withdrew referral ${reference}`,
  notRecorded: 'We did not record what you sent.',
  notUndone: 'We did not undo the decision',
  recorded: 'What was decided',
  unrecorded: 'What you entered and we did not record',
  undo: 'Undo this decision',
  undoneTooLate: 'It was too late to undo this decision. It has taken effect.',
  notTheirs: 'We did not undo it. Only the person who decided, or someone who is still asked to decide, can undo it.',
  decidedAgain: 'We did not undo anything. The decision that you saw was undone already, and this one was made since.',
  stayAndPlay: 'Make sure that the family is invited to Stay and Play. Our letter says that they are.',
  littleTreasures: 'Tell SEND Support and Physiotherapy, who run Little Treasures with you. We have not told them.',
  risk: 'Risk to the child while we wait',
  cannotUndo: 'You can no longer undo it here.',
} as const;

export const fileWords = {
  missing: 'This document is missing',
  cannot: 'You cannot open this document',
  notYet: 'You cannot open this document yet',
  virus: 'It contains a virus. Ask the referrer for another copy.',
} as const;
