import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { EventField, Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';
import { keyUse } from './key.ts';
import { acknowledge } from './nag.ts';

const ARRIVED = 'mail/in/';
const READ = 'mail/read/';
const CANARYS = 'mail/canary/';
/** How long an email to the canary is kept, in days. */
const CANARY_DAYS = 3;
const EACH_ARRIVED = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/mail/in/*]';
const EACH_OF_CANARY = 'AwsSolutions-IAM5[Resource::<EvidenceBucket.Arn>/mail/canary/*]';

/**
 * Emails to the service, in the bucket of evidence under folders of their own. Whatever arrives there is taken in at once, and
 * once an hour what was missed. The bucket tells the event bus of every object, with its key and nothing of what is in it.
 */
export class IncomingMail extends Construct {
  private readonly bucket: Bucket;
  private readonly key: IKey;

  constructor(scope: Construct, id: string, props: { bucket: Bucket; key: IKey; config: DeployConfig }) {
    super(scope, id);
    this.bucket = props.bucket;
    this.key = props.key;
    const bucket = this.bucket.node.defaultChild;
    // CDK's own way would add a function that may change the notifications of every bucket.
    if (bucket instanceof CfnBucket) {
      bucket.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
    const { mailDoor, mailDoorAddress, canary } = props.config;
    if (mailDoor === 'on' && mailDoorAddress !== undefined) {
      this.receive({ Rule: [mailDoorAddress, ARRIVED], ...(canary && { CanaryRule: [canary.mailbox, CANARYS] }) });
    }
    if (canary === undefined) return;
    // Those of the canary are of no one, and no one sees to them.
    const days = Duration.days(CANARY_DAYS);
    props.bucket.addLifecycleRule({ prefix: CANARYS, expiration: days, noncurrentVersionExpiration: days });
  }

  /** Finding and reading what arrived, keeping beside it what staff read, and deleting every version of both. */
  take(): PolicyStatement[] {
    const arrived = this.onObjects(['s3:GetObject'], ARRIVED);
    const read = this.onObjects(['s3:PutObject'], READ);
    return [arrived, read, ...this.forget(), keyUse(this.key, 's3', ['Decrypt', 'GenerateDataKey'])];
  }

  /** Reading what staff read, and giving out forms that add an email by hand. */
  read(): PolicyStatement[] {
    return [this.onObjects(['s3:GetObject'], READ), this.onObjects(['s3:PutObject'], ARRIVED)];
  }

  /** Finding and reading what the canary was sent. */
  canarys(): PolicyStatement[] {
    const read = this.onObjects(['s3:GetObject'], CANARYS);
    return [this.versionsUnder(CANARYS), read, keyUse(this.key, 's3', ['Decrypt'])];
  }

  /** Finding what is there, and deleting every version of it. */
  private forget(): PolicyStatement[] {
    return [
      this.versionsUnder('mail/'),
      ...[ARRIVED, READ].map((folder) => this.onObjects(['s3:DeleteObjectVersion'], folder)),
    ];
  }

  /** Has each email taken in when it arrives, and looked after once an hour. The function gets the key of the object alone. */
  takenBy(take: Lambda): readonly Rule[] {
    const arrived = this.onArrival('Arrived', ARRIVED, take);
    const hourly = new Rule(this, 'EveryHour', { schedule: Schedule.rate(Duration.hours(1)) });
    hourly.addTarget(new LambdaFunction(take, { event: RuleTargetInput.fromObject({}) }));
    return [arrived, hourly];
  }

  /**
   * Has the canary begin its walk once a day, and go on with every email that it gets: the function gets the key of the object
   * alone. An email may come before what it asks for is open, so it also goes on every ten minutes while the walk can last.
   */
  walkedBy(canary: Lambda): void {
    const daily = new Rule(this, 'CanaryBegins', { schedule: Schedule.cron({ hour: '6', minute: '10' }) });
    daily.addTarget(new LambdaFunction(canary, { event: RuleTargetInput.fromObject({}) }));
    const on = new Rule(this, 'CanaryGoesOn', { schedule: Schedule.cron({ hour: '6-9', minute: '5/10' }) });
    on.addTarget(new LambdaFunction(canary, { event: RuleTargetInput.fromObject({ key: 'again' }) }));
    this.onArrival('CanaryArrived', CANARYS, canary);
  }

  /**
   * Has the mail service put every email to each address into its folder of the bucket, scanned, under the key of the bucket. The
   * set of rules does nothing until someone makes it the active one of the account, which no template can.
   */
  private receive(rules: Readonly<Record<string, readonly [address: string, folder: string]>>): void {
    const set = new CfnReceiptRuleSet(this, 'RuleSet', {});
    const stack = Stack.of(this);
    new CfnOutput(stack, 'MailRuleSet', { value: set.ref });
    const { account, region, partition } = stack;
    const role = new Role(this, 'Receiver', {
      assumedBy: new ServicePrincipal('ses.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:receipt-rule-set/*` },
        },
      }),
    });
    const puts = Object.values(rules).map(([, folder]) => this.onObjects(['s3:PutObject'], folder));
    const statements = [...puts, keyUse(this.key, 's3', ['GenerateDataKey'])];
    const rights = new Policy(role, 'Rights', { statements });
    role.attachInlinePolicy(rights);
    for (const each of [EACH_ARRIVED, EACH_OF_CANARY] as const) {
      acknowledge(role, each, 'An email gets its key when it arrives, so emails cannot be named one by one.');
    }
    for (const [id, [address, folder]] of Object.entries(rules)) {
      const s3Action = { bucketName: this.bucket.bucketName, objectKeyPrefix: folder, iamRoleArn: role.roleArn };
      const rule = new CfnReceiptRule(this, id, {
        ruleSetName: set.ref,
        rule: {
          enabled: true,
          recipients: [address],
          scanEnabled: true,
          tlsPolicy: 'Require',
          actions: [{ s3Action }],
        },
      });
      // SES puts a file of its own into the bucket to see whether it may.
      rule.node.addDependency(rights);
    }
  }

  private versionsUnder(folder: string): PolicyStatement {
    return new PolicyStatement({
      actions: ['s3:ListBucketVersions'],
      resources: [this.bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': `${folder}*` } },
    });
  }

  private onArrival(id: string, folder: string, called: Lambda): Rule {
    const rule = new Rule(this, id, {
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] }, object: { key: [{ prefix: folder }] } },
      },
    });
    const key = EventField.fromPath('$.detail.object.key');
    rule.addTarget(new LambdaFunction(called, { event: RuleTargetInput.fromObject({ key }) }));
    return rule;
  }

  private onObjects(actions: string[], folder: string): PolicyStatement {
    return new PolicyStatement({ actions, resources: [this.bucket.arnForObjects(`${folder}*`)] });
  }
}
