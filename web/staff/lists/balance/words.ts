import type { Fault } from '#domain/lists/balance/findings.ts';
import { areaWords } from '../../area/words.ts';

/** Words of the pages that show whether the waiting lists add up. */
export const balanceWords = {
  title: areaWords.balance,
  lead: 'Every night the service adds up each waiting list, child by child. It looks at the history, the record and the list that you see.',
  none: 'No night was added up yet. The first one comes tonight.',
  whole: (on: string) => `In the night of ${on} every list added up. No child is missing.`,
  notWhole: (n: number, on: string) =>
    n === 1 ? `In the night of ${on} one thing did not add up` : `In the night of ${on} ${n} things did not add up`,
  todo: 'Tell the operator today. The runbook says what to do. Do not change these records until the operator has looked.',
  findings: 'What did not add up',
  reference: 'Reference',
  noChild: 'No child',
  what: 'What we found',
  lists: 'Lists in this night',
  list: 'List',
  otherList: 'No list',
  opening: 'At the start',
  joined: 'Joined',
  returned: 'Returned',
  movedIn: 'Moved in',
  started: 'Support started',
  left: 'Left the list',
  movedOut: 'Moved out',
  closing: 'At the end',
  unexplained: 'Not explained',
  listTitle: (list: string) => `Does the list add up? ${list}`,
  nights: 'Nights',
  night: 'Night',
  months: 'Months',
  month: 'Month',
  upTo: (on: string) => `up to ${on}`,
  noNights: 'No night of this list was added up yet.',
  back: areaWords.balance,
} as const;

/** What a night can find, in a sentence. */
export const faultWords: Readonly<Record<Fault, string>> = {
  CASE_GONE: 'The record of this referral is missing. Other parts of it are still there.',
  SUPPORT_GONE: 'The child had an offer, and the record of it is missing.',
  UNREADABLE: 'The record is damaged and cannot be read.',
  HISTORY_BROKEN: 'The history was changed after it was written.',
  ENTRY_MISSING: 'By the history the child waits on a list. The record has no place for them.',
  ENTRY_WITHOUT_EVENT: 'The record has a place for the child that no history explains.',
  ENTRY_DIFFERS: 'The place in the record is not the one in the history.',
  LEFT_DIFFERS: 'What we keep of the last place of the child is not what the history says.',
  CLOCK_RESET: 'A date of the child became later, and no one recorded why.',
  NOT_IN_INDEX: 'The child waits, and the list does not show them.',
  ONLY_IN_INDEX: 'A list shows the child, and they do not wait there.',
  INDEX_DIFFERS: 'The list shows the child at another place than the record.',
  ON_NO_LIST: 'The child was accepted. They are on no list, and no one has a task for them.',
  NOT_AS_LAST_NIGHT: 'Who was on the list the night before, and what happened since, do not explain what is there now.',
  PAST_DIFFERS: 'The history now gives the child another place for a past night than it did then.',
  BALANCE_ALTERED: 'The sums of the night before are missing or were changed.',
};
