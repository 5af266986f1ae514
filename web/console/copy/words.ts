import type { AccessFault } from '#application/operations/record-access-request.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

/** Words of the page on which a service manager makes a working copy of a record. The others are in its template. */
export const copyWords = {
  title: (reference: string) => `A request for a copy: referral ${reference}`,
  done: 'The request is recorded. You can now make the working copy.',
  same: 'Nothing was changed. Someone else recorded a request since you opened the page. Check what stands.',
  first: 'Record who asks before you make the copy.',
  gone: 'This record is being erased. No copy of it can be made.',
  back: (reference: string) => `Case ${reference}`,
} as const;

/** What was recorded of who asks. */
export const holdsWords = {
  YES: 'They have parental responsibility',
  NO: 'They do not have parental responsibility',
  NOT_KNOWN: 'We do not know yet if they have parental responsibility',
} as const;

export const opinionWords = {
  NO_HARM: 'The opinion is that no part would cause serious harm',
  PART_WITHHELD: 'The opinion is that a part must be withheld',
  NOT_ASKED: 'No one was asked yet about serious harm. Give nothing out before',
} as const;

export const copyFaultWords = {
  ...dayFaultWords,
  HOLDS_MISSING: 'Select if they have parental responsibility',
  OPINION_MISSING: 'Select what was said about serious harm',
  OPINION_UNSAID: 'Enter who gave the opinion, and what they said',
  REASON_MISSING: 'Enter who asks, and how you checked it',
  REASON_TOO_LONG: ({ limit }) => `Text must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the text again without characters that we cannot show, in 2,000 characters or fewer',
} as const satisfies CommandWords<AccessFault>;

/** Words in the file itself. */
export const fileWords = {
  head: (reference: string) => `Working copy of referral ${reference}`,
  lines: [
    'This is a working copy for the information team. Do not give it out as it is.',
    'Go through each line that begins with a mark in square brackets. Lines without a mark need a look too.',
    'Documents are not in this file. Open them on the record page.',
    'An email that we sent is listed by what it was, to whom and when. We do not keep its words.',
    'An email to the service is kept for 28 days after someone closed it. Look for it under “Emails to us”.',
    'Unfinished referrals are not in this file, for no one knows yet whom they are about.',
  ],
  someoneElse: '[ABOUT SOMEONE ELSE: decide before you give this out]',
  safety: '[SAFETY: do not give this out without advice]',
  none: 'Nothing is stored.',
} as const;

export const sectionWords = {
  request: 'The request',
  documents: 'Documents, by name',
  referral: 'The referral as it was sent',
  case: 'Decisions, answers, complaints, visits and history',
  checks: 'Checks',
  support: 'Support and visits',
  plan: 'Plan',
  editions: 'What the plan said before',
  notices: 'Emails that were sent',
  comments: 'Comments of staff',
  todos: 'Other tasks of staff',
  minutes: 'Lines of meetings',
  meetings: 'Meetings on whose agenda it stood',
  openings: 'Times when an operator opened it',
  readings: 'Who read it',
} as const;
export type CopySection = keyof typeof sectionWords;
