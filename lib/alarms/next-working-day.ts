import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  ComparisonOperator,
  CompositeAlarm,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { sweeperNumbers } from './metrics.ts';
import type { Watched } from './watched.ts';

/** The hour of UTC in which the email may go, Monday to Friday: 8am in winter and 9am in summer, in London. */
const MORNING = 8;

/**
 * One alarm for everything that can wait until the next working day: it rings while any of them does, and keeps its email back
 * until a morning from Monday to Friday. It knows no bank holidays. Without a sweeper it keeps nothing back.
 */
export class NextWorkingDay extends Construct {
  readonly alarm: CompositeAlarm;

  constructor(
    scope: Construct,
    id: string,
    props: { alarms: readonly Alarm[]; whereToGo: string; watched: Pick<Watched, 'stackName'> },
  ) {
    super(scope, id);
    const m = sweeperNumbers(props.watched.stackName)('SweepFailures');
    const quiet = new Alarm(this, 'Quiet', {
      metric: new MathExpression({
        label: 'not a working morning',
        expression: `IF(DAY(m) < 6 AND HOUR(m) == ${MORNING}, 0, 1)`,
        usingMetrics: { m },
        period: Duration.minutes(5),
      }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: 'Tells no one anything: as long as it rings, what can wait is not emailed.',
    });
    this.alarm = new CompositeAlarm(this, 'Digest', {
      alarmRule: AlarmRule.anyOf(...props.alarms),
      actionsSuppressor: quiet,
      alarmDescription: `Impact: something is late or will fail, and can wait until this working day. ${props.whereToGo}`,
    });
  }
}
