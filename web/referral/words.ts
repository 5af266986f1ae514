import { LAST_DAY } from '../form/files/words.ts';

/** Leads from another page to where the referral is. */
export const SEE_REFERRAL = 'See this referral';

/** Words of the referrer's pages that tests look for. Those of the status page stand beside it. */
export const COLLEAGUE_ASKED = 'A colleague has asked you to take over this referral.';

export const takeOverWords = {
  waiting: 'We are waiting for the referrer’s answer.',
  questionNow: 'There is a question now.',
  button: 'Take over this referral',
} as const;

export const handOverPageWords = {
  unchanged: 'Nothing changes until they agree.',
  whichChild: 'Tell your colleague which child it is about, because we will ask them for the date of birth.',
  closed: 'This referral is closed, so there is nothing to hand over.',
  tooMany: 'You have asked too many colleagues to take over this referral.',
  mailboxFull:
    'We have sent too many emails to this address in the last hour. You can ask this colleague again in an hour.',
} as const;

/** Not at any time: the child may be too old by then. */
export const REFER_AGAIN = 'You can refer the child again while they still meet our criteria.';

export const withdrawPageWords = {
  again: REFER_AGAIN,
  ends: 'This ends the referral. You cannot undo this online.',
  speakFirst: 'We will speak with the family before we take the child off the list.',
  offList: 'If they agree, we withdraw the referral. A new referral does not get this place back.',
  kept: 'If they want the place, or we cannot reach them, the child stays on the list.',
  which: 'We will email you which of these it is.',
  ask: 'Ask us to withdraw this referral',
} as const;

export const withdrawalAskedWords = {
  title: 'You asked us to withdraw the referral',
  onList: 'The child is still on the waiting list.',
} as const;

export const withdrawnWords = {
  again: REFER_AGAIN,
  title: 'Referral withdrawn',
  done: 'The referral is withdrawn',
} as const;

/** Why a referral cannot be withdrawn. The instant is blank where it is not known. */
export const refusedWords = {
  title: (reference: string) => `We did not withdraw referral ${reference}`,
  asked: (at: string) => `You or your team asked us to withdraw it on ${at}. ${withdrawPageWords.speakFirst}`,
  withdrawn: (at: string) => `This referral has already been withdrawn${at && `, on ${at}`}.`,
  decided: (at: string) => `We have already decided on this referral${at && `, on ${at}`}. Our email to you says how.`,
} as const;

export const resubmitWords = {
  again: {
    title: 'Send this referral again',
    kept: 'We could not accept this referral as it was sent. We have kept your answers, so you can correct it.',
  },
  noEvidence:
    'We could not accept this referral, because it had no document about the child’s development that we can use.',
  unanswered: 'The triage team did not accept this referral, because it had no answer to this question.',
  answerWhere: 'Enter the answer in the section “What you see”, or add a document that has it.',
  lastDay: LAST_DAY,
  lastDayWas: 'The last day to refer this child to Portage was',
} as const;

export const answerPageWords = {
  goOn: 'Continue',
  keepHint: 'If you selected a file of up to 4MB, we add it when you continue.',
  toAnswer: 'Continue to your answer',
  withoutDocument: 'Continue without a document',
  received: 'We have your answer',
  continues: (reference: string) => `Referral ${reference} continues now. We will tell you what happens next.`,
  leftOut: (number: number, problem: string) => `We left out document ${number}. ${problem}`,
  closed:
    'You or your team have answered this question, or we no longer need an answer. We will tell you what happens next.',
  stillRead: 'If you still want the team to read what you entered, contact us.',
} as const;

export const forwardWords = {
  title: 'Share this referral if the parents agree',
  tooOld: (years: number, service: string) => `The child is over ${years}. The ${service} can help.`,
  decided: (service: string) => `The triage team decided that the ${service} fits better than Portage.`,
  first: 'Ask the parents or carers first. We share nothing with that service until you confirm that they agree.',
  notShared: 'We did not share the referral',
  closed: (reference: string) => `Referral ${reference} does not need this confirmation any more.`,
  button: 'Confirm that the parents agree',
  back: SEE_REFERRAL,
  backAndTell: 'See this referral, or record that you told the family',
  confirmed: (on: string) => `On ${on} you or your team confirmed that the parents agree.`,
  emailed: 'We emailed that service a link to the referral.',
  promise: (days: number) =>
    `We will then email that service a secure link to the referral. If no one there opens it within ${days} working days, we will remind them once.`,
  tell: 'We will email you when they open it, or when we remind them.',
  opened: (on: string) => `Someone there first opened it on ${on}.`,
  chased: (on: string) =>
    `No one there had opened it by ${on}, so we reminded them. We will email you when they open it.`,
  unopened: (on: string) =>
    `No one there has opened it yet. If that has not changed by ${on}, we will remind them once and email you.`,
  sending: 'We are emailing that service a link to the referral.',
  undelivered:
    'Our email to that service could not be delivered. Call us, so that the referral reaches them another way.',
} as const;
