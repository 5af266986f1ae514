import { REFER_AGAIN } from '../words.ts';

interface Dates {
  readonly asked: string;
  readonly due: string;
}

export const EMAIL_CAME_BACK = 'Our email to them came back.';
export const NOT_DECIDED = 'No one has decided yet. We still have the referral.';
export const WRONG_BIRTH_DATE =
  'If the date of birth in the referral is wrong, call us. Tell us the reference and the right date.';
export const WAITING_FOR_YOU = 'We are waiting for your answer.';

/** What we are waiting for. */
export const awaitedWords = {
  nextTry: 'Our next try. We will try again automatically. You do not need to do anything.',
  operator: 'An operator, who will check what went wrong. You do not need to do anything.',
  askedWeekly: 'A decision. No one has decided yet. We ask our team and the service manager again every week.',
  answer: (by: string) => `Your answer, by ${by}.`,
  decision: 'The triage team’s decision.',
  check: 'A check by someone in our team.',
  recording: 'They are recording it now.',
  reminder: ({ asked, due }: Dates) => `We asked them on ${asked}. We will remind them on ${due}.`,
  lastReminder: ({ asked, due }: Dates) =>
    `We asked them on ${asked} and have reminded them. If they have not decided by ${due}, we will email you.`,
  withdrawal:
    'You or your team asked us to withdraw the referral. We will speak with the family before we take the child off the list.',
  checkAgain: (on: string) => `Our answer. You or your team asked the team to check again on ${on}.`,
  checkedForOthers: (on: string) => `Our check. Someone asked the team to check again on ${on}.`,
  turn: 'The child’s turn on the waiting list. Our team will then contact the family.',
  sendAgain: 'You, to correct the referral and send it again.',
  agree: 'You, to confirm that the parents agree.',
  tellFamily: 'You, to tell the family and record it.',
  nothing: 'Nothing. This referral is closed.',
  nextStep: 'Our next step. You do not need to do anything.',
} as const;

/** Of a question that no one answered in time, until someone decides without the answer. */
export const lateWords = {
  title: 'We did not get your answer in time',
  still: 'You can still answer until the triage team decides. Call us, and we will record what you say.',
} as const;

const EMAIL = 'We will email you the decision.';
export const CHECK_AGAIN =
  'If you disagree or something has changed, ask the team to check again. Someone in our team will answer you.';

/** What happens next, by status. */
export const steps = {
  RECEIVED: [
    'We check it automatically against the published criteria. If something is missing, we will email you.',
    'The triage team then reads it and decides.',
    EMAIL,
  ],
  AWAITING_REFERRER: [
    'Once you have answered, the referral continues.',
    'If you do not answer, we will remind you. After that, the triage team will look at the referral without your answer, and may not accept it.',
  ],
  IN_TRIAGE: ['The triage team reads the referral and decides, in its regular meeting or before.', EMAIL],
  HELD_AS_DUPLICATE: [
    'Someone in our team checks if we already know this child. If we do not, this referral continues.',
    EMAIL,
  ],
  HELD_FOR_A_PERSON: ['Someone in our team checks it. If all is well, it continues.', EMAIL],
  ON_WAITING_LIST: [
    'When it is the child’s turn, our team will contact the family.',
    'Tell us if anything changes until then, such as the address, safe ways of contact or hours in a nursery or other setting.',
  ],
  IN_SUPPORT: ['Our team is in touch with the family.', 'Tell us if anything changes for the child or the family.'],
  CLOSED: ['Our last email says why.', CHECK_AGAIN],
  NOT_ACCEPTED: ['Our last email says why, and what you can do.', CHECK_AGAIN],
  REDIRECTED: [CHECK_AGAIN],
  DECLINED: [CHECK_AGAIN],
  OUT_OF_SCOPE: ['Our last email says who can help.', CHECK_AGAIN],
  WITHDRAWN: ['We have stopped work on it.', REFER_AGAIN],
  PARKED: ['An operator will check what went wrong. The referral then continues from where it was.'],
} as const;

/** What happens next where a document was asked for without which the criteria are not met. */
export const STEPS_NO_DOCUMENT = [
  'Once you have answered, the referral continues.',
  'If you do not answer, we will remind you. Without a document, we cannot accept the referral. You can then send it again.',
] as const;

/** What happens next where every reminder was in vain. */
export const STEPS_UNDECIDED = ['We keep asking until someone decides.', EMAIL] as const;

/** What happens next while the service starts its work again by itself. */
export const STEPS_BY_ITSELF = [
  'We will try again automatically. The referral then continues from where it was.',
  'If several tries do not help, we will alert an operator.',
] as const;

/** For a status that a later release has stored. */
export const STEPS_LATER = [
  'If something has changed, call or email us. Someone in our team will answer you.',
] as const;

/** Of a referral that our team joined to an earlier one for the same child. */
export const JOINED = 'We already have a referral for this child. Our team joined yours to it.';
export const STEPS_JOINED = [
  'Our team reads your documents with the earlier referral.',
  'We tell its referrer what we decide. If you know something that your referral does not say, call us.',
] as const;
