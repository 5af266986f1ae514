/** The ends of subjects, after the reference, by which tests find an email. */
export const subjects = {
  received: 'we have received it',
  asked: 'answer by',
  askedAgain: 'reminder, answer by',
  triage: 'please triage',
  notAnswered: 'not answered',
  digest: 'Your work today',
  noOneDecided: 'no one has decided',
  toOperator: 'no decision, for the operator',
  stillNoDecision: 'still no decision',
  noDecisionYet: 'no decision yet',
  heldUp: 'held up by a fault',
  delayedByFault: 'delayed by a fault',
  isItReal: 'is it a real referral?',
  accepted: 'accepted',
  notAccepted: 'not accepted',
  withdrawn: 'withdrawn',
  reopened: 'reopened',
  stillToDo: 'still to do, due',
  tellInPerson: 'in person',
  newLink: 'your new link',
  documentMissing: 'a document is missing',
  agreementMissing: 'agreement is missing',
  mayWeShare: 'may we share it',
  willYouTakeOver: 'will you take it over',
  takenOver: 'you have taken it over',
  handedOver: 'handed over',
  shareAsked: 'shared with your service',
  shareChased: 'please open it',
  sharedOpened: 'the other service opened it',
  sharedUnopened: 'not opened yet',
  alreadyOne: 'we already have one',
  moreToRead: 'we have more to read',
  anotherReferred: 'another professional referred',
  risk: 'a child may be at risk',
  comeBack: 'emails to a colleague come back',
} as const;

/** What a digest says of one referral, after its reference. */
export const digestLines = {
  triageNew: 'new, to triage',
  triageAgain: 'still waiting for triage',
  noOneDecided: 'no one has decided',
  stillNoDecision: 'still no decision',
  heldUp: 'held up by a fault',
  bandToConfirm: 'on the waiting list, band to confirm',
  overdue: 'overdue',
  bandOverdue: 'overdue, band to confirm',
  tellInPerson: 'family to tell in person',
  withdrawn: 'withdrawn. If you have planned support, stop it.',
  lookAgain: 'the team is asked to check it again',
} as const;

/** Why an alarm of immediate risk ended, as the duty mailbox reads it. */
export const alarmEnds = { called: 'an emergency call was made', takenBack: 'has changed their answer' } as const;

/** What an alert of immediate risk says of the road on which it came. */
export const alertRoads = {
  form: [
    'It showed the sender the emergency numbers',
    'it came from our online form',
    'we will send you one more email',
  ],
  other: ['our answer to that system had the emergency numbers', 'We will not email you again about this alert'],
} as const;

/** Whole subjects of the emails about an unfinished referral. */
export const draftSubjects = {
  link: 'Your link to your unfinished referral',
  reminder: (on: string) => `Unfinished referral: we will delete it on ${on}`,
} as const;

/** Subject of the email with a code. */
export const codeSubject = (serviceName: string) => `Your code for ${serviceName}`;

/** What a digest says that tells what the one of a colleague said. */
export const IN_PLACE = 'Our email to a colleague came back';

/** How an email begins that may have been sent before. */
export const COPY = 'You may already have this email';

/** What tells the emails to a family apart. */
export const inFamily = {
  receipt: 'We received the referral',
  letter: 'on our waiting list',
  withdrawn: 'taken the referral back',
} as const;

/** What a referrer reads of who has told the family. */
export const ofFamily = {
  posting: 'We are writing to the family about this, by email or by post, so you do not need to tell them.',
  emailed: 'We have emailed the family about this',
  notWritten: 'We have not written to the family about this',
  askedInPart: 'Please tell the others',
} as const;

/** What to do once a link of a referrer, or of a colleague who is to take over, has run out. */
export const whenLinkEnds = { offersNew: 'offers you a new one', askColleague: 'to ask you again' } as const;

/** What a digest says once where a team has no operator to tell. */
export const noOperator = 'No one here is an operator.';

/** What only the email says that asks a family after three months if anything has changed. */
export const KEEPS_PLACE = 'Your child keeps their place';

/** What a referrer reads for whom our team has withdrawn a referral. */
export const askedUsToWithdraw = 'You or your team asked us to withdraw referral';
