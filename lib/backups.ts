import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DeployConfig } from './config.ts';
import type { Evidence } from './evidence.ts';
import { acknowledge } from './nag.ts';
import type { Records } from './records.ts';

interface BackupProps {
  readonly backup: NonNullable<DeployConfig['backup']>;
  readonly key: IKey;
  readonly records: Records;
  readonly evidence: Evidence;
}

/** What AWS Backup needs to back up a table and a bucket. Restoring is left to a role that a person takes on. */
const RIGHTS = ['service-role/AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForS3Backup'];

/**
 * Copies table and bucket into a vault every night, and from there into the vault that the configuration names. What is
 * erased in the service stays in a copy for `keepDays`. The vault stays when the stack goes. The claim key is a secret, which
 * AWS Backup does not cover.
 */
export class Backups extends Construct {
  /** How many copies were completed. */
  readonly completed: Metric;

  constructor(scope: Construct, id: string, { backup, key, records, evidence }: BackupProps) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', { encryptionKey: key, removalPolicy: RemovalPolicy.RETAIN });
    this.completed = new Metric({
      namespace: 'AWS/Backup',
      metricName: 'NumberOfBackupJobsCompleted',
      dimensionsMap: { BackupVaultName: vault.backupVaultName },
      statistic: Stats.SUM,
    });
    const keep = Duration.days(backup.keepDays);
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: Schedule.cron({ hour: '2', minute: '30' }),
        deleteAfter: keep,
        ...(backup.copyTo !== undefined && {
          copyActions: [
            {
              destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'CopyTo', backup.copyTo),
              deleteAfter: keep,
            },
          ],
        }),
      }),
    );
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: RIGHTS.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    plan.addSelection('Records', {
      resources: [BackupResource.fromDynamoDbTable(records.table), BackupResource.fromArn(evidence.bucket.bucketArn)],
      role,
      disableDefaultBackupPolicy: true,
    });
    for (const name of RIGHTS) {
      acknowledge(
        role,
        `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
        'AWS changes what AWS Backup asks for with each feature, and keeps these policies up to date.',
      );
    }
  }
}
