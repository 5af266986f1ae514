import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { calendarWarnings } from './calendars.ts';
import { canaryWarnings } from './canary.ts';
import { documentWarnings } from './documents.ts';
import { incomingMailWarnings } from './incoming-mail.ts';
import {
  blockedRequests,
  everyMinute,
  failedInvocationsOf,
  mailRate,
  storeErrors,
  sum,
  sweeperNumbers,
  throttlesOf,
} from './metrics.ts';
import { nightWarnings } from './nights.ts';
import { signInWarnings } from './sign-in.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

const FIVE_MINUTES = { period: Duration.minutes(5) };
const DAY = 24 * 60;
/**
 * The shares of mail that came back or was complained of at which AWS reviews an account. It stops its mail at 10 % and 0.5 %.
 * Source: Amazon SES Developer Guide, "Reputation metrics messages" and "Amazon SES sending review process FAQs".
 */
const AWS_REVIEWS = { bounced: 0.05, complainedOf: 0.001 };

/** Everything that wakes someone, the gravest for people first. */
export function warnings(watched: Watched): readonly Warning[] {
  const { stackName, region, stateMachines, restApi, deadLetters, rules, table, configurationSet, steps, doors } =
    watched;
  const sweeperNumber = sweeperNumbers(stackName);
  return [
    {
      name: 'DutyNotTold',
      today: true,
      impact:
        'A referrer told us of a child at immediate risk. Our email to the duty team failed, so perhaps no one here knows.',
      metric: watched.dutyNotTold,
      atLeast: 1,
    },
    {
      name: 'SweeperSilent',
      today: true,
      impact:
        'Referrals that did not start, decisions and reminders wait: nothing is fixed until the sweeper runs again.',
      metric: everyMinute(sweeperNumber('SweepCompleted', Stats.SAMPLE_COUNT)),
      atLeast: 1,
      periods: 8,
      silenceRings: true,
    },
    {
      name: 'SweepFailing',
      impact: 'A case, a notice or a draft is due and cannot be fixed: someone keeps waiting for it.',
      metric: sweeperNumber('SweepFailures'),
      atLeast: 1,
      periods: 3,
    },
    {
      name: 'ClockWrong',
      impact:
        'The clock of the service is minutes off: reminders leave too early or too late, and a decision may stand too soon.',
      metric: watched.clockWrong,
      atLeast: 1,
      periods: 2,
    },
    {
      name: 'ExecutionsFailed',
      impact:
        'A referral, or an offer, has stopped on its road and its family is not being helped until someone restarts it.',
      metric: sum(
        'failed, timed out or aborted',
        stateMachines.flatMap((machine) => [
          machine.metricFailed(FIVE_MINUTES),
          machine.metricTimedOut(FIVE_MINUTES),
          machine.metricAborted(FIVE_MINUTES),
        ]),
      ),
      atLeast: 1,
    },
    {
      name: 'CasesParked',
      impact:
        'A case waits for an operator: the machine could not go on, and neither referrer nor family hears anything.',
      metric: sweeperNumber('ParkedCases'),
      atLeast: 1,
    },
    {
      name: 'OldestUntriaged',
      impact: 'A referral has waited over a week for the triage team: a child may miss the six-month aim.',
      metric: sweeperNumber('OldestUntriagedMinutes'),
      atLeast: 7 * DAY,
      periods: 3,
    },
    {
      name: 'OutboxOld',
      today: true,
      impact: 'A referral was acknowledged and its workflow has not started for ten minutes: no one is looking at it.',
      metric: sweeperNumber('OldestOutboxMinutes'),
      atLeast: 10,
      periods: 2,
    },
    {
      name: 'NoticesUnsettled',
      impact: 'Emails were begun and it is not known whether they left: someone may not have been told, or told twice.',
      metric: sweeperNumber('UnsettledNotices'),
      atLeast: 1,
      periods: 3,
    },
    {
      name: 'DeadLetters',
      impact: 'A bounced email or a sweep was given up: someone may believe that a person was told who was not.',
      metric: sum('given up', [
        deadLetters.metricApproximateNumberOfMessagesVisible({ ...FIVE_MINUTES, statistic: Stats.MAXIMUM }),
        ...failedInvocationsOf(rules),
      ]),
      atLeast: 1,
    },
    ...signInWarnings(watched),
    {
      name: 'ServerErrors',
      today: true,
      impact: 'Referrers or triagers meet an error page; what they typed may have to be sent again.',
      metric: restApi.metricServerError({ ...FIVE_MINUTES, statistic: Stats.SUM }),
      atLeast: 1,
    },
    {
      name: 'StepsThrottled',
      impact: 'Referrals move slowly: the account has no room to run the steps of the workflow.',
      metric: sum('throttled steps', throttlesOf(steps)),
      atLeast: 1,
      periods: 2,
    },
    {
      name: 'DoorsThrottled',
      today: true,
      impact: 'People are turned away from pages or the API because the account has no room to answer.',
      metric: sum('throttled doors', throttlesOf(doors)),
      atLeast: 1,
    },
    ...documentWarnings(watched),
    ...incomingMailWarnings(watched),
    ...canaryWarnings(watched),
    ...nightWarnings(watched),
    {
      name: 'CodesGuessed',
      impact:
        'Someone guesses codes to sign in or enter referrals as one of the team. Staff on a new computer cannot do so today.',
      metric: watched.codesGuessed,
      atLeast: 1,
    },
    {
      name: 'MailCeilingReached',
      impact:
        'Someone makes us email strangers. Until the hour is over, a referrer who is new here gets no link to come back.',
      metric: watched.mailCeilingReached,
      atLeast: 1,
    },
    {
      name: 'StoreErrors',
      impact: 'The table fails or throttles calls: pages and steps are slow, and people are asked to send again.',
      metric: sum('failed or throttled calls', storeErrors(table)),
      atLeast: 5,
      periods: 2,
    },
    {
      name: 'MailBouncing',
      impact: 'Many emails come back. People are not told, and AWS stops all mail of the account if it continues.',
      metric: mailRate(configurationSet, 'Reputation.BounceRate'),
      atLeast: AWS_REVIEWS.bounced,
    },
    {
      name: 'MailComplainedOf',
      impact: 'People mark our email as spam. AWS stops all mail of the account if it continues.',
      metric: mailRate(configurationSet, 'Reputation.ComplaintRate'),
      atLeast: AWS_REVIEWS.complainedOf,
    },
    {
      name: 'RequestsBlocked',
      impact: 'The firewall refuses many requests: an attack, or people who cannot send what they typed.',
      metric: blockedRequests(stackName, region),
      atLeast: 100,
    },
    {
      name: 'RollupNotKept',
      impact:
        'The console does not show what is stuck now: its numbers grow old, and someone may wait with no one seeing it.',
      metric: watched.rollupNotKept,
      atLeast: 1,
      periods: 3,
    },
    ...calendarWarnings(watched),
  ];
}
