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

/** Has what need not be kept erased once a night, before the histories are sealed: 2:15am in winter and 3:15am in summer, in London. */
export class EveryNightErasing extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, erase: Lambda) {
    super(scope, id);
    this.rule = new Rule(this, 'Rule', { schedule: Schedule.cron({ hour: '2', minute: '15' }) });
    this.rule.addTarget(new LambdaFunction(erase));
  }
}

/** Has every history sealed once a night, after the backup began: 4:15am in winter and 5:15am in summer, in London. */
export class EveryNight extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, seal: Lambda) {
    super(scope, id);
    this.rule = new Rule(this, 'Rule', { schedule: Schedule.cron({ hour: '4', minute: '15' }) });
    this.rule.addTarget(new LambdaFunction(seal));
  }
}

/**
 * Has the records compared with each other once a night, before the lists are balanced: 3:45am in winter and 4:45am in summer,
 * in London. With `minutes` it has them compared so often, by day and night.
 */
export class EveryNightRecords extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, reconcile: Lambda, minutes: number | undefined) {
    super(scope, id);
    const night = Schedule.cron({ hour: '3', minute: '45' });
    const schedule = minutes === undefined ? night : Schedule.rate(Duration.minutes(minutes));
    this.rule = new Rule(this, 'Rule', { schedule });
    this.rule.addTarget(new LambdaFunction(reconcile));
  }
}

/** Has every list balanced once a night, beside the sealing of the histories: 4:15am in winter and 5:15am in summer, in London. */
export class EveryNightLists extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, balance: Lambda) {
    super(scope, id);
    this.rule = new Rule(this, 'Rule', { schedule: Schedule.cron({ hour: '4', minute: '15' }) });
    this.rule.addTarget(new LambdaFunction(balance));
  }
}

/** Has everyone on a list looked at, before the digest of a working morning: 5:30am in winter and 6:30am in summer, in London. */
export class EveryMorning extends Construct {
  readonly rule: Rule;

  constructor(scope: Construct, id: string, look: Lambda) {
    super(scope, id);
    this.rule = new Rule(this, 'Rule', { schedule: Schedule.cron({ hour: '5', minute: '30' }) });
    this.rule.addTarget(new LambdaFunction(look));
  }
}

/** Has the downtime pack written once a day, after people have planned: 5pm in winter and 6pm in summer, in London. */
export class EveryEvening extends Construct {
  constructor(scope: Construct, id: string, write: Lambda) {
    super(scope, id);
    const rule = new Rule(this, 'Rule', { schedule: Schedule.cron({ hour: '17', minute: '0' }) });
    rule.addTarget(new LambdaFunction(write));
  }
}

/** The kinds of event that say whether an email arrived, each with where its type, subtype and status stand. */
const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Bounce: { type: 'bounce.bounceType', subType: 'bounce.bounceSubType', status: 'bounce.bouncedRecipients[0].status' },
  Complaint: { type: 'complaint.complaintFeedbackType', subType: 'complaint.complaintSubType' },
  DeliveryDelay: { type: 'deliveryDelay.delayType', status: 'deliveryDelay.delayedRecipients[0].status' },
  Reject: {},
};

/**
 * Tells the ledger what came back. The function and any queue behind it get the kind, its type, subtype and status code,
 * and our own two ids. They never get the recipient or the subject that SES puts in its event. A rule a kind, because each
 * has these at other places.
 */
export class MailEvents extends Construct {
  readonly rules: readonly Rule[];

  constructor(scope: Construct, id: string, record: Lambda, configurationSet: ConfigurationSet) {
    super(scope, id);
    const sets = [configurationSet.configurationSetName];
    this.rules = Object.entries(KINDS).map(([kind, paths]) => {
      const rule = new Rule(this, kind, {
        eventPattern: {
          source: ['aws.ses'],
          detail: { eventType: [kind], mail: { tags: { 'ses:configuration-set': sets } } },
        },
      });
      rule.addTarget(new LambdaFunction(record, { event: passedOn(paths) }));
      return rule;
    });
  }
}

function passedOn(paths: Readonly<Record<string, string>>): RuleTargetInput {
  const at = (path: string) => EventField.fromPath(`$.detail.${path}`);
  const news = Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, at(path)]));
  const tags = { reference: [at('mail.tags.reference[0]')], noticeId: [at('mail.tags.noticeId[0]')] };
  return RuleTargetInput.fromObject({ detail: { eventType: at('eventType'), news, mail: { tags } } });
}
