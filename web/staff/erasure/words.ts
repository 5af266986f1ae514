import type { ErasureFault } from '#application/operations/decide-erasure.ts';
import type { CommandWords } from '../../components/command-words.ts';
import { dayFaultWords } from '../../components/entered-on.ts';

/** Words of the page on which a service manager decides when someone asks us to erase a record. The others are in its template. */
export const erasureWords = {
  link: 'Someone asks us to erase this record',
  title: (reference: string) => `A request to erase: referral ${reference}`,
  done: 'The decision is recorded. Now send the answer below.',
  same: 'Nothing was changed. Someone else changed this since you opened the page. Check what stands.',
  answeredDone: 'It is recorded that the answer was sent.',
} as const;

export const erasureFaultWords = {
  ...dayFaultWords,
  GROUND_MISSING: 'Select what applies',
  REASON_MISSING: 'Enter why it applies',
  REASON_TOO_LONG: ({ limit }) => `Reason must be ${limit} characters or fewer`,
  REASON_UNPRINTABLE: 'Enter the reason again without characters that we cannot show',
} as const satisfies CommandWords<ErasureFault>;
