import { Duration } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Stats,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { mailRate, storeErrors, sum, sweeperNumbers, throttlesOf } from './metrics.ts';
import type { Watched } from './watched.ts';

interface Shown {
  readonly today: readonly Alarm[];
  readonly later: readonly Alarm[];
  readonly watched: Watched;
  readonly runbookUrl: string;
}

const WIDE = 24;

/** One page of CloudWatch that says whether anything is wrong, from what cannot wait down to how busy it is. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { today, later, watched, runbookUrl }: Shown) {
    super(scope, id);
    const number = sweeperNumbers(watched.stackName);
    const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: WIDE / 3 });
    const { restApi, stateMachines, doors } = watched;
    const five = { period: Duration.minutes(5) };
    new Dashboard(this, 'Dashboard', {
      defaultInterval: Duration.days(7),
      widgets: [
        [
          new TextWidget({
            markdown: `# ${watched.stackName}\nWhat each alarm means, and what to do: ${runbookUrl}`,
            width: WIDE,
            height: 2,
          }),
        ],
        [new AlarmStatusWidget({ title: 'Cannot wait', alarms: [...today], width: WIDE, height: 3 })],
        [new AlarmStatusWidget({ title: 'By the next working day', alarms: [...later], width: WIDE, height: 5 })],
        [
          graph('Parked, and what could not be fixed', number('ParkedCases'), number('SweepFailures')),
          graph('Oldest referral without a decision, in minutes', number('OldestUntriagedMinutes')),
          graph('Not started or not known to be sent', number('OldestOutboxMinutes'), number('UnsettledNotices')),
        ],
        [
          graph(
            'Pages and the API',
            restApi.metricCount(five),
            restApi.metricServerError(five),
            restApi.metricClientError(five),
          ),
          graph('How long an answer takes', restApi.metricLatency({ ...five, statistic: Stats.percentile(95) })),
          graph(
            'Workflows',
            ...stateMachines.flatMap((machine) => [machine.metricStarted(five), machine.metricFailed(five)]),
          ),
        ],
        [
          graph(
            'Mail that came back',
            mailRate(watched.configurationSet, 'Reputation.BounceRate'),
            mailRate(watched.configurationSet, 'Reputation.ComplaintRate'),
          ),
          graph('Turned away for want of room', sum('turned away', throttlesOf(doors))),
          graph('The table', sum('failed or throttled', storeErrors(watched.table))),
        ],
      ],
    });
  }
}
