import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig, ofType, only, type Resources, synthesised } from './synthesised.ts';

const PLAN = 'AWS::GuardDuty::MalwareProtectionPlan';
const COPY = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:safe';

/** Everything that is made before this, by DependsOn. */
function before(resources: Resources, id: string): string[] {
  return [resources[id]?.DependsOn ?? []].flat();
}

test('the plan of the scanner comes last, after its role, the policy of the bucket and the stage', () => {
  const waits = before(synthesised(), 'ScanPlan');

  expect(waits).toContain('Stage');
  expect(waits).toEqual(expect.arrayContaining([expect.stringMatching(/^EvidenceBucketPolicy/)]));
  expect(waits).toEqual(expect.arrayContaining([expect.stringMatching(/^EvidenceScanRole.*Policy/)]));
});

test('a first deployment can leave the plan to the next one, and has its role by then', () => {
  const without = synthesised({ scanPlan: false });
  const roleIds = (resources: Resources) =>
    ofType(resources, 'AWS::IAM::Role').flatMap(([id]) => (id.startsWith('EvidenceScan') ? [id] : []));

  expect(ofType(without, PLAN)).toEqual([]);
  expect(roleIds(without)).toHaveLength(1);
  expect(roleIds(without)).toEqual(roleIds(synthesised()));
  expect(without.CheckReferral?.Properties).toHaveProperty('Environment.Variables.MALWARE_SCAN', 'guardduty');
});

test('the log role of the gateway is made before the stage, and stays for other APIs', () => {
  const [[id = '', account] = []] = ofType(synthesised(), 'AWS::ApiGateway::Account');

  expect(before(synthesised(), 'Stage')).toContain(id);
  expect(account).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
});

test('where the account has a log role for the gateway, that one stays', () => {
  const resources = synthesised({ gatewayLogRole: 'exists' });

  expect(ofType(resources, 'AWS::ApiGateway::Account')).toEqual([]);
  expect(JSON.stringify(resources)).not.toContain('AmazonAPIGatewayPushToCloudWatchLogs');
  expect(resources.Stage?.Properties).toHaveProperty('AccessLogSetting');
});

test('no copy is made unless the configuration asks for it', () => {
  expect(Object.values(synthesised()).filter(({ Type }) => Type.startsWith('AWS::Backup::'))).toEqual([]);
  for (const id of ['ClaimKeySecret', 'MailboxKeySecret'])
    expect(synthesised()[id]?.Properties).not.toHaveProperty('ReplicaRegions');
});

test('table and files are copied every night, kept as long as configured, and copied on', () => {
  const resources = synthesised({ backup: { keepDays: 14, copyTo: COPY } });
  const vault = only(resources, 'AWS::Backup::BackupVault');

  expect(only(resources, 'AWS::Backup::BackupPlan').Properties).toMatchObject({
    BackupPlan: {
      BackupPlanRule: [
        {
          ScheduleExpression: 'cron(30 2 * * ? *)',
          Lifecycle: { DeleteAfterDays: 14 },
          CopyActions: [{ DestinationBackupVaultArn: COPY, Lifecycle: { DeleteAfterDays: 14 } }],
        },
      ],
    },
  });
  expect(only(resources, 'AWS::Backup::BackupSelection').Properties).toMatchObject({
    BackupSelection: {
      Resources: [{ 'Fn::GetAtt': ['RecordsTable', 'Arn'] }, { 'Fn::GetAtt': ['EvidenceBucket', 'Arn'] }],
    },
  });
  expect(vault).toMatchObject({
    DeletionPolicy: 'Retain',
    Properties: { EncryptionKeyArn: { 'Fn::GetAtt': ['ServiceKey', 'Arn'] } },
  });
});

test('without a second vault, copies stay in the account', () => {
  const plan = only(synthesised({ backup: {} }), 'AWS::Backup::BackupPlan').Properties;

  expect(JSON.stringify(plan)).toContain('"DeleteAfterDays":35');
  expect(JSON.stringify(plan)).not.toContain('CopyActions');
});

test.each(['ClaimKeySecret', 'MailboxKeySecret'])('%s has a copy in the second region that is named', (id) => {
  expect(synthesised({ claimKeyRegion: 'eu-west-1' })[id]?.Properties).toMatchObject({
    ReplicaRegions: [{ Region: 'eu-west-1' }],
  });
});

test.each([
  ['a vault by its name', { backup: { copyTo: 'safe' } }, 'backup.copyTo: '],
  ['copies kept for no day', { backup: { keepDays: 0 } }, 'backup.keepDays: '],
  ['a misspelled setting', { backup: { days: 3 } }, 'backup: Unrecognized key'],
  ['a region in words', { claimKeyRegion: 'Ireland' }, 'claimKeyRegion: '],
  ['a log role that is neither', { gatewayLogRole: 'none' }, 'gatewayLogRole: '],
])('%s is refused (malformed)', (_kind, changes, message) => {
  expect(() => parseDeployConfig(JSON.stringify({ ...exampleConfig, ...changes }), 'a test')).toThrow(message);
});

test('what stays when the service is removed is listed, each with how to delete it', () => {
  const page = readFileSync(new URL('../../docs/deploying.md', import.meta.url), 'utf8');
  const [, removal = ''] = page.split('## Remove the service');
  const listed = removal
    .split('\n')
    .flatMap((line) => /^\|.*\| `([A-Za-z]+)(?:\.{3})?` \| .+ \|$/.exec(line)?.[1] ?? []);
  const resources = synthesised({ backup: { keepDays: 35, copyTo: COPY } });
  const stays = Object.entries(resources).flatMap(([id, { DeletionPolicy, Type }]) =>
    DeletionPolicy?.startsWith('Retain') ? [{ id, Type }] : [],
  );

  expect(stays.length).toBeGreaterThanOrEqual(listed.length);
  expect(stays.filter(({ id }) => !listed.some((start) => id.startsWith(start)))).toEqual([]);
  expect(listed.filter((start) => !stays.some(({ id }) => id.startsWith(start)))).toEqual([]);
});
