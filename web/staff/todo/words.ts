import type { BandFault } from '#application/todos/confirm-band.ts';
import type { ToldFault } from '#application/todos/told-command.ts';
import { waitAim } from '#domain/service/wait-aim.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

export const todoWords = {
  done: (reference: string) => `Recorded: referral ${reference}`,
  over: (reference: string) => `Nothing left to do: referral ${reference}`,
  already: 'Someone else has already recorded this',
  notRecorded: 'We did not record what you sent.',
  nothingLeft: 'There is nothing left to do here.',
} as const;

/** How a list calls the page on which staff record who has heard of a death. */
export const tellOfDeath = (reference: string) => `Tell people that the child has died: referral ${reference}`;

const lists: ReadonlyMap<string, string> = new Map(
  Object.entries({
    INITIAL_ASSESSMENT: ' for a first visit at home',
    PORTAGE_GROUP: ' for the Portage group',
    LITTLE_TREASURES: ' for Little Treasures',
  }),
);

/** What a family is to hear whose child is on this list, with the aim for how long they wait. */
export function listedNews(pathway: string | undefined, months: number): readonly string[] {
  return [
    `We accepted the referral, and their child is on the waiting list${lists.get(pathway ?? '') ?? ''}.`,
    waitAim(months),
    'They are invited to Stay and Play.',
    'They can call or email us with questions.',
  ];
}

const ends: ReadonlyMap<string, string> = new Map(
  Object.entries({
    CLOSED: 'Their child is no longer on the waiting list. They can call us if they do not agree.',
    DECLINED: 'The triage team did not accept the referral.',
    REDIRECTED: 'Another service fits better than Portage.',
    OUT_OF_SCOPE: 'The child is over the age for this service.',
    NOT_ACCEPTED: 'We could not accept the referral as it was sent. The history below says why.',
    WITHDRAWN: 'The referral was withdrawn.',
  }),
);

/** What a family is to hear of a referral that ended with this status. */
export function endedNews(status: string, isOverAge = false): readonly string[] {
  return [
    ends.get(status) ?? 'How the referral ended, as the history below says.',
    'They can call or email us with questions, and ask what else may help.',
    ...(isOverAge ? [] : ['They can be referred again if something changes.']),
  ];
}

/** What a family is to hear of a question to the referrer. It was worded for the referrer, so it is read out and explained. */
export function askedNews(question: string, isUnanswered: boolean): readonly string[] {
  return [
    'We asked the person who sent the referral for more information, because we could not decide without it.',
    `What we asked, in words for the referrer: ${question}`,
    isUnanswered
      ? 'They did not answer in time. The team looks at the referral again and decides.'
      : 'The referral waits for the answer. The team then reads it and decides.',
    'They may know the answer. If so, record it with the referral.',
  ];
}

/** What a family is to hear while a fault delays their referral. */
export const delayedNews: readonly string[] = [
  'A fault in our service has delayed our work on the referral. We are sorry.',
  'We still have the referral, and nothing is lost. They do not need to do anything.',
  'We will tell them what the team decides. If they cannot wait, they can call us.',
];

/** What a family is to hear of a referral that people reopened. */
export const reopenedNews: readonly string[] = [
  'Someone asked us to check the referral again. We have now reopened it.',
  'The triage team reads it again and decides. We will tell them what the team decides.',
  'They can call or email us with questions.',
];

/** What the family is told of a change of the place on a list, by what was done. */
export function placeNews(changed: string | undefined): readonly string[] {
  return [
    placeChanges.get(changed ?? '') ??
      'The place of their child on the waiting list has changed. Please read it in the referral.',
    'Their child keeps the waiting time from before.',
    'They can call or email us with questions.',
  ];
}

const placeChanges: ReadonlyMap<string, string> = new Map(
  Object.entries({
    LIST_HELD: 'The place of their child is now on hold, as they asked. We offer them nothing until they are ready.',
    LIST_HOLD_ENDED: 'The place of their child is no longer on hold.',
    LIST_MOVED: 'Their child has moved to another waiting list. The referral shows which.',
    DATE_MOVED: 'We corrected a date of the place of their child. The referral shows which, and why.',
  }),
);

export const tellWords = {
  title: (reference: string) => `Tell the family: referral ${reference}`,
  record: 'Record this',
  cameBack: 'Our email to the family could not be delivered. They may not know what is below.',
} as const;

/** Whom staff tell in person, once they recorded who may be told. */
export const whoWords = {
  title: 'Who to tell',
  notTold: (names: string) => `Do not tell ${names}. Our team recorded who we may tell, and they are not one of them.`,
  inPerson:
    'Our team recorded that we may tell them. We do not write to them, because no one recorded that they have parental responsibility.',
  outside: 'The referral does not name them. Find out how to reach them.',
} as const;

/** How a family can have been told, as staff select it. */
export const toldHow = [
  { value: 'IN_PERSON', label: 'In person' },
  { value: 'BY_PHONE', label: 'By phone' },
  { value: 'IN_WRITING', label: 'In writing, in a way that is safe' },
  { value: 'NOT_TOLD', label: 'No one will tell them' },
] as const;

const whys: ReadonlyMap<string, string> = new Map([
  [
    'LOOKED_AFTER',
    'The council looks after the child. First find out who has parental responsibility and who we may tell.',
  ],
  [
    'PROTECTION_PLAN',
    'The child is under a child protection plan. First find out who has parental responsibility and who we may tell.',
  ],
  ['NOT_TO_BE_TOLD', 'Our team recorded who we may tell, and they are not one of them.'],
  [
    'CONTACT_CHANGED',
    'A later referral gives other contact details for them. Find out which are right, and do not use the old ones.',
  ],
  [
    'FLAGGED',
    'There is a safety concern in this family. Two members of our team must agree how to reach them before we write.',
  ],
  ['JOINED_UNREAD', 'We could not read another referral for this child. Read it first.'],
  ['DO_NOT_WRITE', 'The referral says that it is unsafe to email or write to them.'],
  [
    'NO_PARENTAL_RESPONSIBILITY',
    'The referral says that they do not have parental responsibility. First find out if we may tell them.',
  ],
  ['SAFE_WAYS_TO_READ', 'The referral gives safe ways to contact them. Read these first.'],
  [
    'ADDRESS_KEPT_FROM_SOMEBODY',
    'Someone in the family must not know where another parent or carer lives. Give no address.',
  ],
  ['MAILBOX_SHARED', 'They share an email address with someone it is unsafe to write to.'],
  ['OTHER_FORMAT', 'They need another format or language, or an interpreter. Arrange it first.'],
  ['EMAIL_CAME_BACK', 'Our last email to them could not be delivered. Record a new address if they give you one.'],
  ['NO_EMAIL', 'We have no email address for them.'],
  ['NO_PHONE', 'We have no phone number for them.'],
  ['NO_ADDRESS', 'We have no address for them.'],
  [
    'IMMEDIATE_RISK',
    'The referral says that the child was at immediate risk. Talk to who leads on safeguarding first.',
  ],
  ['STAFF_SAID_NO', 'Our team recorded that we must not email them. Read why before you contact them.'],
  [
    'STAFF_SAID_NO_RESPONSIBILITY',
    'Our team recorded that they do not have parental responsibility, or that we do not know. First find out if we may tell them.',
  ],
  ['NO_AGREEMENT', 'The referral says that they did not agree to it.'],
]);

/** Why the service does not write to a parent. */
export function whyInPerson(why: string): string {
  return whys.get(why) ?? 'The service could not write to them.';
}

export const tellFaultWords = {
  HOW_MISSING: 'Select how the family was told',
  DATE_MISSING: 'Enter the date on which the family was told',
  ...dayFaultWords,
  DATE_TOO_EARLY: 'Date must be on or after the day the referral arrived',
  WORDS_MISSING: 'Enter who told the family',
  REASON_MISSING: 'Enter why no one will tell the family',
  WORDS_TOO_LONG: ({ limit }) => `Answer must be ${limit} characters or fewer`,
  WORDS_UNPRINTABLE: 'Enter the answer again without characters that we cannot show',
} as const satisfies CommandWords<ToldFault>;

export const bandWords = {
  title: (reference: string) => `Confirm the band: referral ${reference}`,
  record: 'Confirm band',
  next: 'What else you need to do',
  contact:
    'Before you contact the family, read below how to contact them safely, their language and the format they need.',
} as const;

export const bandFaultWords = {
  BAND_MISSING: 'Select a band',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<BandFault>;
