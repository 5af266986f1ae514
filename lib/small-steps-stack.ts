import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms/alarms.ts';
import { logged, sum } from './alarms/metrics.ts';
import { Backups } from './backups.ts';
import { Budget } from './budget.ts';
import { ClaimKey } from './claim-key.ts';
import type { DeployConfig } from './config.ts';
import { deadLetters } from './dead-letters.ts';
import { STACK_DESCRIPTION } from './description.ts';
import { Evidence } from './evidence.ts';
import { buildEntryPoints, buildSteps } from './functions.ts';
import { Api } from './http/api.ts';
import { Firewall } from './http/firewall.ts';
import { IncomingMail } from './incoming-mail.ts';
import { serviceKey } from './key.ts';
import { Mail } from './mail.ts';
import { MailboxKey } from './mailbox-key.ts';
import { Packs } from './packs.ts';
import { Records } from './records.ts';
import {
  EveryEvening,
  EveryMinute,
  EveryMorning,
  EveryNight,
  EveryNightErasing,
  EveryNightLists,
  EveryNightRecords,
  MailEvents,
} from './schedules.ts';
import { Seals } from './seals.ts';
import { SignIn } from './sign-in.ts';
import { INTAKE } from './workflow/intake/intake.ts';
import { SUPPORT } from './workflow/support/support.ts';
import { Workflow } from './workflow/workflow.ts';

/** Everything that one service runs on, in one region and one stack. */
export class SmallStepsStack extends Stack {
  constructor(scope: Construct, id: string, config: DeployConfig) {
    super(scope, id, { description: STACK_DESCRIPTION, terminationProtection: true });
    const key = serviceKey(this);
    const records = new Records(this, 'Records', key);
    const evidence = new Evidence(this, 'Evidence', { key, config });
    const incoming = new IncomingMail(this, 'IncomingMail', { bucket: evidence.bucket, key, config });
    const mail = new Mail(this, 'Mail', config);
    const claimKey = new ClaimKey(this, 'ClaimKey', config.claimKeyRegion);
    const mailboxKey = new MailboxKey(this, 'MailboxKey', config.claimKeyRegion);
    const seals = new Seals(this, 'Seals', evidence);
    const packs = new Packs(this, 'Packs', evidence);
    const api = new Api(this, 'Api', config);

    const { access } = config;
    const signIn = access.mode === 'sign-in' ? new SignIn(this, 'SignIn', access, api.baseUrl) : undefined;

    const given = {
      config,
      baseUrl: api.baseUrl,
      records,
      evidence,
      incoming,
      mail,
      claimKey,
      mailboxKey,
      seals,
      packs,
      signIn,
    };
    const steps = buildSteps(this, given);
    const { logRetentionDays } = config;
    const workflow = new Workflow(this, 'Workflow', { ...INTAKE, functions: steps, logRetentionDays });
    const support = new Workflow(this, 'Support', { ...SUPPORT, functions: steps, logRetentionDays });
    const dead = deadLetters(this);
    const doors = buildEntryPoints(this, { ...given, workflow, support, deadLetters: dead });
    evidence.opensFiles(doors['serve-staff']);
    seals.sealedBy(doors['seal-histories']);

    api.open({
      api: doors['serve-api'],
      public: doors['serve-public'],
      referral: doors['serve-referral'],
      staff: doors['serve-staff'],
      family: doors['serve-family'],
      console: doors['serve-console'],
    });
    evidence.scan?.after(api.restApi.deploymentStage);
    const { backup } = config;
    const backups = backup && new Backups(this, 'Backups', { backup, key, records, evidence });
    new Budget(this, 'Budget', config);
    // Read by tools/deploy once the stack is deployed.
    new CfnOutput(this, 'BaseUrl', { value: api.baseUrl });
    new CfnOutput(this, 'TableName', { value: records.table.tableName });
    new CfnOutput(this, 'SealsBucketName', { value: seals.bucket.bucketName });
    new CfnOutput(this, 'SealKeyArn', { value: seals.key.keyArn });
    new CfnOutput(this, 'Region', { value: this.region });
    new Firewall(this, 'Firewall', {
      stageArn: api.restApi.deploymentStage.stageArn,
      pages: api.pages,
      logRetentionDays,
    });
    const minute = new EveryMinute(this, 'EveryMinute', doors.sweep);
    new EveryNightErasing(this, 'EveryNightErasing', doors['erase-records']);
    const night = new EveryNight(this, 'EveryNight', doors['seal-histories']);
    const balanced = new EveryNightLists(this, 'EveryNightLists', doors['balance-lists']);
    const compared = new EveryNightRecords(
      this,
      'EveryNightRecords',
      doors['reconcile-records'],
      config.compareMinutes,
    );
    const morning = new EveryMorning(this, 'EveryMorning', doors['look-at-lists']);
    new EveryEvening(this, 'EveryEvening', doors['write-pack']);
    // No person waits for these. Lambda tries them again, and what fails at last rings as a dead letter.
    const alone = [
      'erase-records',
      'seal-histories',
      'balance-lists',
      'look-at-lists',
      'reconcile-records',
      'write-pack',
      'take-mail',
      'walk-canary',
    ] as const;
    const scheduled = alone.map((name) => doors[name]);
    const returned = new MailEvents(this, 'MailEvents', doors['record-mail-event'], mail.configurationSet);
    const mails = incoming.takenBy(doors['take-mail']);
    if (config.canary) incoming.walkedBy(doors['walk-canary']);
    new Alarms(this, 'Alarms', {
      config,
      baseUrl: api.baseUrl,
      key,
      watched: {
        stackName: config.stackName,
        region: this.region,
        stateMachines: [workflow.stateMachine, support.stateMachine],
        restApi: api.restApi,
        deadLetters: dead,
        // An alarm adds up ten numbers at most. Two are left out: PackNotWritten and RecordsNotErased ring where these fail.
        rules: [minute.rule, night.rule, balanced.rule, morning.rule, compared.rule, ...returned.rules],
        mailRules: mails,
        canaryArrived: config.canary && logged(this, config.stackName, 'canary-arrived', [doors['walk-canary']]),
        mailNotTaken: logged(this, config.stackName, 'mail-not-looked-after', [doors['take-mail']]),
        table: records.table,
        configurationSet: mail.configurationSet.configurationSetName,
        steps: Object.values(steps),
        doors: Object.values(doors).filter((door) => !scheduled.includes(door)),
        dutyNotTold: logged(this, config.stackName, 'duty-not-told', [
          doors['serve-api'],
          doors['serve-public'],
          doors.sweep,
          doors['record-mail-event'],
        ]),
        scansOverdue: logged(this, config.stackName, 'scan-overdue', [steps['check-referral']]),
        recordsErased: logged(this, config.stackName, 'records-erased', [doors['erase-records']]),
        recordNotErased: sum(
          'not erased',
          ['record-not-erased', 'record-not-readable'].map((event) =>
            logged(this, config.stackName, event, [doors['erase-records']]),
          ),
        ),
        historiesBroken: logged(this, config.stackName, 'history-broken', [doors['seal-histories']]),
        historiesSealed: logged(this, config.stackName, 'histories-sealed', [doors['seal-histories']]),
        listsUnbalanced: logged(this, config.stackName, 'list-unbalanced', [doors['balance-lists']]),
        listsBalanced: logged(this, config.stackName, 'lists-balanced', [doors['balance-lists']]),
        recordsDiffer: logged(this, config.stackName, 'record-differs', [doors['reconcile-records']]),
        recordsCompared: logged(this, config.stackName, 'records-compared', [doors['reconcile-records']]),
        listsLookedAt: logged(this, config.stackName, 'lists-looked-at', [doors['look-at-lists']]),
        packSeenTo: logged(this, config.stackName, 'pack-seen-to', [doors['write-pack']]),
        childNotLookedAt: sum(
          'not looked at',
          ['child-not-looked-at', 'visited-not-looked-at'].map((event) =>
            logged(this, config.stackName, event, [doors['look-at-lists']]),
          ),
        ),
        calendarNotFollowed: logged(this, config.stackName, 'calendar-not-followed', [doors.sweep]),
        clockWrong: logged(this, config.stackName, 'clock-wrong', [doors.sweep]),
        rollupNotKept: logged(this, config.stackName, 'rollup-not-kept', [doors.sweep]),
        backups: backups?.completed,
        mailCeilingReached: logged(this, config.stackName, 'mail-ceiling-reached', [doors['serve-public']]),
        codesGuessed: logged(this, config.stackName, 'codes-guessed', [
          doors['serve-public'],
          doors['serve-referral'],
          doors['serve-staff'],
        ]),
        signInUnreachable: signIn && logged(this, config.stackName, 'sign-in-unreachable', [doors['serve-staff']]),
      },
    });
  }
}
