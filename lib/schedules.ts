import { Duration } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';

/** Has the sweeper look at everything that is due, once a minute. */
export class EveryMinute extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, sweep: Lambda) {
    super(scope, id);
    this.rule = new Rule(this, 'Rule', { schedule: Schedule.rate(Duration.minutes(1)) });
    this.rule.addTarget(new LambdaFunction(sweep));
  }
}

/**
 * Tells the ledger what came back. The function and any queue behind it get the kind and our own two ids. They never
 * get the recipient or the subject that SES puts in its event.
 */
export class MailEvents extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, record: Lambda, configurationSet: ConfigurationSet) {
    super(scope, id);
    this.rule = new Rule(this, 'Rule', {
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [configurationSet.configurationSetName] } } },
      },
    });
    this.rule.addTarget(
      new LambdaFunction(record, {
        event: RuleTargetInput.fromObject({
          detail: {
            eventType: EventField.fromPath('$.detail.eventType'),
            mail: {
              tags: {
                reference: [EventField.fromPath('$.detail.mail.tags.reference[0]')],
                noticeId: [EventField.fromPath('$.detail.mail.tags.noticeId[0]')],
              },
            },
          },
        }),
      }),
    );
  }
}
