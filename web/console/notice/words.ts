import type { NoticeResult } from '#application/operations/put-notice-right.ts';
import type { ReasonFault } from '#application/reason-command.ts';
import type { Notice, PutRight } from '#domain/notices/notice.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { codeInWords } from '../../components/record/words.ts';

/** Words of the page of one email. */
export const noticeWords = {
  title: (what: string) => `Email: ${what}`,
  back: (reference: string) => `Case ${reference}`,
  lead: 'Sent again, it goes with the next minute to the address that we have now. A link in it is a new one.',
  nothing: 'If you choose that nothing more is to be done, it leaves the list of emails that reached no one.',
  reason: 'Why?',
  hint: 'For example, the mailbox was full and now has room. Do not name the child or the family.',
  again: 'Send again',
  renew: 'Send a new link, and end the one before',
  renewLead: 'If the link was lost or went to the wrong person, end it. The email goes again with a new one.',
  seen: 'Nothing more to do',
  before: 'What was done before',
  result: 'Result',
} as const;

export const putRightWhats: Readonly<Record<PutRight, string>> = {
  SENT_AGAIN: 'It will be sent again with the next minute',
  SEEN: 'Nothing more is to be done about it',
  LINK_RENEWED: 'The links before open nothing any more, and a new one will be sent with the next minute',
};

type Refusal = Extract<NoticeResult, { kind: 'REFUSED' }>['why'];

export const refusalWords: Readonly<Record<Refusal, string>> = {
  NO_LINK: 'There is no link in it',
  UNKNOWN: 'There is no such email',
  UNDER_WAY: 'It is being sent. Look again in a minute',
  NEEDS_A_PERSON: 'It must not go by email. Someone in the team tells them',
  UNWANTED: 'Who got it reported it as unwanted, so it is not sent again',
  NOT_FAILED: 'It did not fail',
  OF_DUTY: 'Alerts to the duty team are not sent again from here. Call them',
};

/** What is wrong with a reason. */
export const noticeReasonWords: CommandWords<ReasonFault> = {
  REASON_MISSING: 'Enter why',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
};

/** Where an email stands, in words. */
export function noticeStateInWords(state: Notice['state']): string {
  return state === 'CLAIMED' ? 'To be sent, or being sent now' : codeInWords(state);
}
