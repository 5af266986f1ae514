import type { ConsoleQueue } from '../address.ts';

interface QueueWords {
  readonly title: string;
  /** What stands here and what becomes of it. */
  readonly lead: string;
}

/** What each list of the console is called, and what it means. */
export const queueWords: Readonly<Record<ConsoleQueue, QueueWords>> = {
  parked: {
    title: 'Cases that have stopped',
    lead: 'Something failed that the service cannot put right. Fix the cause first, then restart the cases. The runbook says more under “cases-parked”.',
  },
  restarting: {
    title: 'Cases that restart by themselves',
    lead: 'They stopped because a new release was on its way. The service starts each again, at the latest after an hour.',
  },
  'put-off': {
    title: 'What failed and is tried again',
    lead: 'The service looks at each of these again by itself, less and less often.',
  },
  'not-started': {
    title: 'Workflows that did not start or wake',
    lead: 'These cases are stored. The service tries every minute to start or to wake their workflow.',
  },
  unsettled: {
    title: 'Emails that were begun',
    lead: 'The service sends each again by itself, and marks it where it may arrive twice.',
  },
  mail: {
    title: 'Emails that reached no one',
    lead: 'They came back, were reported as unwanted, or were refused.',
  },
  lost: {
    title: 'Documents that were sent and are not there',
    lead: 'The check of the referral did not find them. The referrer was asked for them again, and the case goes on with the answer.',
  },
  late: {
    title: 'Late decisions and tasks',
    lead: 'Who must do them was reminded. A service manager can give them to someone else.',
  },
  triage: {
    title: 'Cases with the triage team',
    lead: 'The team reads each and decides. What was decided a moment ago stands here until it counts.',
  },
  duplicates: {
    title: 'Cases on hold: may be a duplicate',
    lead: 'Someone compares each with the other referral. Mark a duplicate on the page of its case.',
  },
  quarantine: {
    title: 'Cases on hold: may not be a real referral',
    lead: 'No one outside our team has heard of these. Someone says if each is a referral.',
  },
  referrer: {
    title: 'Cases that wait for the referrer',
    lead: 'Each goes on with the answer. The referrer is reminded.',
  },
  links: {
    title: 'Links to answer that have run out',
    lead: 'We wait for these referrers, and the last link that we sent them opens nothing any more.',
  },
};

/** Words that these lists share. */
export const listWords = {
  empty: 'There is nothing here now.',
  more: (shown: number) => `Only the first ${shown} are shown.`,
  due: 'Due',
  until: 'Ran out',
  again: 'Next try',
  attempts: 'Tries',
  damaged: 'Damaged',
  unreadable: 'Cannot be read',
} as const;
