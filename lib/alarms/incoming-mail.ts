import { failedInvocationsOf, sum, sweeperNumbers } from './metrics.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/** A long weekend, in minutes: an email that came before it is opened after it. */
const LONG_WEEKEND = 4 * 24 * 60;

/** What rings of emails to the address of the service. */
export function incomingMailWarnings({
  stackName,
  mailRules,
  mailNotTaken,
}: Pick<Watched, 'stackName' | 'mailRules' | 'mailNotTaken'>): Warning[] {
  return [
    {
      name: 'MailUnopened',
      impact: 'No one has opened an email to us for four days. It may be the referral of a child whom no one knows of.',
      metric: sweeperNumbers(stackName)('OldestUnopenedMailMinutes'),
      atLeast: LONG_WEEKEND,
      periods: 3,
    },
    {
      name: 'MailNotTaken',
      impact: 'An email to us could not be taken in, so no one sees it yet. It may be the referral of a child.',
      metric: sum('not taken', [mailNotTaken, ...failedInvocationsOf(mailRules)]),
      atLeast: 1,
    },
  ];
}
