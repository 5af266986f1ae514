import type { AgreeFault } from '#application/family-pages/agree-page.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { whyInPerson } from '../todo/words.ts';

/** Words of the page on which staff agree a page with an adult of a family, give a code for it, and close it. */
export const staffFamilyPageWords = {
  link: 'The page of the family',
  title: (reference: string) => `The page of the family: referral ${reference}`,
  heading: 'Who has a page',
  what: 'Each parent or carer can have a page of their own. It shows where the child is on the list and what they can do now.',
  guard:
    'We ask for the date of birth of the child, but the other parent knows it too. So first talk with the adult if there is any risk.',
  agreeTitle: 'Agree a page',
  agreeWhen:
    'Do this once you have talked with this adult, and you know who else can read their letters, emails and phone.',
  ends: 'If a contact, a safety flag or responsibility changes, the page ends. Someone must then agree it again.',
  oldLinks: 'Links and codes from before then open nothing. Give a new one.',
  who: 'Who did you agree it with?',
  places: 'May the page show towns, addresses and times of visits?',
  placesHint: 'Select no if anyone who must not know them could see the page.',
  reason: 'What did you agree, when, and why is it safe?',
  hint: 'For example, how they keep their phone to themselves. Our team sees this. We do not send it to anyone.',
  agree: 'Record that we agreed',
  codeTitle: 'Give a code',
  codeWhen:
    'Print a code, and hand it over or post it where a letter is safe. We show it once. Who has it also needs the date of birth.',
  codeWho: 'Who is it for?',
  code: 'Show a new code',
  closeTitle: 'Close the page',
  closeWhen:
    'This closes the pages of all adults of this family, with each link, each code and each open page. No reason is needed.',
  close: 'Close the pages now',
  agreed: 'We recorded it. Now give them a code.',
  same: 'This was recorded before, and nothing has changed. Nothing was recorded.',
  closed: 'The pages are closed. No link and no code opens them.',
  wereClosed: 'The pages were closed before.',
  noParents: 'The referral names no parent or carer that we can read.',
  yes: (shows: boolean) =>
    shows
      ? 'Has a page. Someone agreed it, with towns and times.'
      : 'Has a page. Someone agreed it, without towns and times.',
  plain: 'Has a page, without towns and times. No one needed to agree it.',
} as const;

/** Words of the page on which anyone who works here closes the pages of a family. */
export const closePageWords = {
  title: 'Close the page of a family',
  when: 'If someone could see what they must not, close the page. You need no task for this, and no reason.',
  label: 'Reference of the referral',
  hint: 'For example, 2C3D4F5G6H7',
  button: 'Close the pages of this family',
  unknown: 'Check the reference. No referral has it',
  done: (reference: string) => `Referral ${reference}: the pages are closed`,
  doneSays: 'No link, no code and no open page of this family works any more.',
  next: 'Tell the service manager why. A new page needs someone to agree it with the adult.',
} as const;

/** Words of the letter with a code. */
export const codeLetterWords = {
  title: 'Letter with a code',
  print: 'Print this page now. We cannot show this code again.',
  heading: 'Your page about your child',
  hello: 'You can read where your child is on our list, and what you can do now.',
  how: 'Go to this address and enter the code. We also ask for your child’s date of birth.',
  code: 'Your code',
  until: (day: string) => `The code works until ${day}.`,
  safe: 'This code is only for you. If someone else may have seen it, call us. We can close your page on the same day.',
  call: 'You can also call us. We can tell you all that is on the page.',
} as const;

const whys: ReadonlyMap<string, string> = new Map([
  ['CLOSED', 'Closed. It opens again once someone agrees it.'],
  [
    'NOT_AGREED',
    'No page yet. There is a safety flag, a plan, a looked-after child or a second address. Agree it first.',
  ],
  ['CHANGED', 'No page any more. Something changed after it was agreed. Agree it again.'],
]);

/** Why an adult has no page, as staff read it. */
export function whyNoPage(why: string): string {
  return whys.get(why) ?? `No page. ${whyInPerson(why)}`;
}

export const agreeFaultWords = {
  PARENT_MISSING: 'Select who you agreed it with',
  PLACES_MISSING: 'Select yes if the page may show towns and times',
  REASON_MISSING: 'Enter what you agreed and why it is safe',
  REASON_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<AgreeFault>;

export const CODE_WHO_MISSING = 'Select who the code is for';
