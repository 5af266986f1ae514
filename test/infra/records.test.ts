import { expect, test } from 'vitest';
import * as z from 'zod';
import { functionEnv } from '#functions/env.ts';
import { ofType, only, synthesised } from './synthesised.ts';

const resources = synthesised();

test('the table survives the stack, can be put back to any second and cannot be deleted by mistake', () => {
  const table = only(resources, 'AWS::DynamoDB::Table');

  expect(table.DeletionPolicy).toBe('Retain');
  expect(table.UpdateReplacePolicy).toBe('Retain');
  expect(table.Properties).toMatchObject({
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: { 'Fn::GetAtt': ['ServiceKey', 'Arn'] } },
    BillingMode: 'PAY_PER_REQUEST',
  });
});

const { GlobalSecondaryIndexes } = z
  .object({
    GlobalSecondaryIndexes: z.array(
      z.object({
        IndexName: z.string(),
        KeySchema: z.array(z.object({ AttributeName: z.string() })),
        Projection: z.object({ ProjectionType: z.literal('INCLUDE'), NonKeyAttributes: z.array(z.string()) }),
      }),
    ),
  })
  .parse(only(resources, 'AWS::DynamoDB::Table').Properties);

test('the four indexes are there from the first deployment, by these keys', () => {
  const keys = GlobalSecondaryIndexes.map(({ IndexName, KeySchema }) => [
    IndexName,
    ...KeySchema.map(({ AttributeName }) => AttributeName),
  ]);

  expect(keys).toEqual([
    ['work', 'workKey', 'workDue'],
    ['list', 'listKey', 'listOrder'],
    ['due', 'dueKey', 'dueAt'],
    ['log', 'logKey', 'logAt'],
  ]);
});

test.each([
  ['work', ['rowKind', 'rowTaskId', 'rowDue', 'rowWaitingSince', 'rowFor', 'rowClaimedBy', 'rowWhy', 'run', 'flags']],
  ['list', ['rowBand', 'rowTargetOn', 'rowLocality', 'rowPrompts', 'referralOn', 'flags']],
  ['due', ['reference', 'rowKind', 'rowAttempts', 'rowOwedSince', 'run']],
  ['log', ['reference', 'at', 'what', 'rowBy']],
])('the index %s shows what a row needs without reading the item', (name, needed) => {
  const shown = GlobalSecondaryIndexes.find(({ IndexName }) => IndexName === name)?.Projection.NonKeyAttributes;

  expect(shown).toEqual(expect.arrayContaining(['reference', ...needed]));
});

test('no index shows what is personal or secret, all have room for what comes, and AWS takes them', () => {
  const shown = GlobalSecondaryIndexes.map(({ Projection }) => Projection.NonKeyAttributes);
  const kept = ['task', 'decisions', 'history', 'answers', 'ask', 'handOver', 'handedTo', 'body', 'mailbox', 'by'];

  for (const attributes of shown) {
    expect(attributes.filter((name) => kept.includes(name))).toEqual([]);
    expect(attributes).toContain('rowMore');
    expect(attributes.length).toBeLessThanOrEqual(20);
  }
  expect(shown.flat().length).toBeLessThanOrEqual(100);
});

test('the template says where the instants stand that no schedule knows', () => {
  expect(only(resources, 'AWS::DynamoDB::Table').Metadata).toMatchObject({
    'SmallSteps::Due': {
      index: 'due',
      keys: [
        ...['CASE', 'SUPPORT', 'NOTICE', 'TODO', 'SLOT', 'DRAFT'],
        ...['PAUSED_CASE', 'PAUSED_SUPPORT', 'PAUSED_NOTICE', 'PAUSED_TODO', 'PAUSED_SLOT', 'PAUSED_DRAFT'],
      ],
    },
  });
});

test('evidence is versioned, encrypted with the service key, never public, and survives the stack', () => {
  const bucket = resources.EvidenceBucket;

  expect(bucket?.DeletionPolicy).toBe('Retain');
  expect(bucket?.Properties).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm: 'aws:kms',
            KMSMasterKeyID: { 'Fn::GetAtt': ['ServiceKey', 'Arn'] },
          },
        },
      ],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
  });
});

test('the key is rotated and survives the stack, as do the secrets of claims and of mailboxes', () => {
  expect(resources.ServiceKey).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
  expect(resources.ClaimKeySecret).toMatchObject({ DeletionPolicy: 'Retain' });
  expect(resources.MailboxKeySecret).toMatchObject({ DeletionPolicy: 'Retain' });
});

test.each([
  ['RecordsTable', 'AWS::DynamoDB::Table'],
  ['EvidenceBucket', 'AWS::S3::Bucket'],
  ['ServiceKey', 'AWS::KMS::Key'],
  ['ClaimKeySecret', 'AWS::SecretsManager::Secret'],
  ['MailboxKeySecret', 'AWS::SecretsManager::Secret'],
  ['ReferralWorkflow', 'AWS::StepFunctions::StateMachine'],
  ['ValidateReferral', 'AWS::Lambda::Function'],
  ['CheckReferral', 'AWS::Lambda::Function'],
  ['OpenTask', 'AWS::Lambda::Function'],
  ['RemindPeople', 'AWS::Lambda::Function'],
  ['ListChild', 'AWS::Lambda::Function'],
  ['TellPeople', 'AWS::Lambda::Function'],
  ['ParkCase', 'AWS::Lambda::Function'],
  ['SupportWorkflow', 'AWS::StepFunctions::StateMachine'],
  ['FollowSupport', 'AWS::Lambda::Function'],
  ['OpenOffer', 'AWS::Lambda::Function'],
  ['TellOfOffer', 'AWS::Lambda::Function'],
])('%s keeps its logical id: another would be another %s', (id, type) => {
  expect(resources[id]?.Type).toBe(type);
});

test('uploads are scanned when the configuration says so, and only then', () => {
  const plan = 'AWS::GuardDuty::MalwareProtectionPlan';

  expect(ofType(resources, plan)).toHaveLength(1);
  expect(ofType(synthesised({ malwareScan: 'none' }), plan)).toHaveLength(0);
});

test('every log is kept for the configured days', () => {
  const logs = ofType(synthesised({ logRetentionDays: 30 }), 'AWS::Logs::LogGroup');

  expect(logs).toHaveLength(Object.keys(functionEnv).length + 4);
  for (const [, log] of logs) expect(log.Properties.RetentionInDays).toBe(30);
});
