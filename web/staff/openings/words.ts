import type { LookResult } from '#application/operations/look-at-opening.ts';

/** Words of the list of records that operators opened. */
export const openingsWords = {
  title: 'Records that operators opened',
  lead: 'Operators do not usually see records. Each time that one opens a record, it is listed here with the reason and what they read.',
  toLook: 'No one has looked at these yet',
  empty: 'There are none.',
  month: (month: string) => `Opened in ${month}, and looked at`,
  earlier: 'The month before',
  reference: 'Referral',
  who: 'Who',
  when: 'When',
  until: (from: string, until: string) => `${from}, until ${until}`,
  why: 'Why',
  read: 'What they read',
  nothingRead: 'Nothing so far',
  readAt: (what: string, at: string) => `${what}, ${at}`,
  looked: 'Looked at by',
  lookedBy: (who: string, at: string) => `${who}, ${at}`,
  button: 'I have looked at this',
  ifNot: 'If you see no good reason, speak with the operator today.',
  more: (shown: number) => `Only the first ${shown} are shown.`,
} as const;

/** Words of the pages that someone reads under an opening, and of the line of today. */
export const openedWords = {
  now: (until: string) => `You opened this record. You can read it until ${until}. We record each page that you read.`,
  back: 'Where the case stands',
  waiting: (n: number) =>
    n === 1 ? 'An operator opened a record. Look at why' : `Operators opened records ${n} times. Look at why`,
} as const;

export const lookResultWords: Readonly<Record<LookResult, string>> = {
  DONE: 'We recorded that you have looked at it',
  ALREADY: 'Someone has looked at it before you',
  OWN: 'You opened it yourself. Another service manager must look at it',
  UNKNOWN: 'It is not there any more',
};
