import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { DeployConfig } from '../config.ts';
import { Overview } from './dashboard.ts';
import { warnings } from './list.ts';
import { NextWorkingDay } from './next-working-day.ts';
import type { Warning } from './warning.ts';
import type { Watched } from './watched.ts';

/**
 * Wakes the people named in the configuration when something is stuck, late or failed. Every alarm says what it means for
 * people where the runbook says what to do, and where the console is. What cannot wait is emailed at once, the rest once on a working morning.
 */
export class Alarms extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: { config: DeployConfig; baseUrl: string; key: Key; watched: Watched },
  ) {
    super(scope, id);
    const { config, key, watched } = props;
    const action = new SnsAction(this.topic(key, config.alarmRecipients));
    const whereToGo = (name: string) =>
      `What to do: ${config.runbookUrl}#${article(name)} Where to look: ${props.baseUrl}/console`;
    const rung = warnings(watched).map((warning) => ({
      isToday: warning.today === true,
      alarm: this.ring(warning, whereToGo(warning.name)),
    }));
    const today = rung.flatMap(({ isToday, alarm }) => (isToday ? [alarm] : []));
    const later = rung.flatMap(({ isToday, alarm }) => (isToday ? [] : [alarm]));
    for (const alarm of today) {
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
    const digest = new NextWorkingDay(this, 'NextWorkingDay', {
      alarms: later,
      whereToGo: whereToGo('NextWorkingDay'),
      watched,
    });
    digest.alarm.addAlarmAction(action);
    new Overview(this, 'Overview', { today, later, watched, runbookUrl: config.runbookUrl });
  }

  private topic(key: Key, recipients: readonly string[]): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'Small Steps', masterKey: key, enforceSSL: true });
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const { account } = Stack.of(this);
    const ofThisAccount = { StringEquals: { 'aws:SourceAccount': account } };
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        // In the policy of a key, every resource is that key.
        resources: ['*'],
        conditions: ofThisAccount,
      }),
    );
    // The policy that insists on TLS replaces the default one, by which alarms of the same account may ring.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: ofThisAccount,
      }),
    );
    for (const recipient of recipients) topic.addSubscription(new EmailSubscription(recipient));
    // Read by tools/deploy, which asks who has confirmed.
    new CfnOutput(this, 'TopicArn', { value: topic.topicArn }).overrideLogicalId('AlarmTopicArn');
    return topic;
  }

  private ring(warning: Warning, whereToGo: string): Alarm {
    return new Alarm(this, warning.name, {
      metric: warning.metric,
      threshold: warning.atMost ?? warning.atLeast,
      evaluationPeriods: warning.periods ?? 1,
      comparisonOperator: rings(warning),
      treatMissingData: warning.silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `Impact: ${warning.impact} ${whereToGo}`,
    });
  }
}

/** On which side of its threshold a number rings. */
function rings({ atMost, silenceRings }: Warning): ComparisonOperator {
  if (silenceRings) return ComparisonOperator.LESS_THAN_THRESHOLD;
  return atMost === undefined
    ? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD
    : ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD;
}

/** `SweeperSilent` is told about under `sweeper-silent`. */
function article(name: string): string {
  return name.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase();
}
