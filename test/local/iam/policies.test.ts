import { describe, expect, test } from 'vitest';
import { createResolver } from '#local/assembly/resolve.ts';
import { whyNot } from '#local/iam/decide.ts';
import { readPolicies } from '#local/iam/policies.ts';
import { NOT_EVALUATED } from '#test/kit/words/local-run.ts';

type Resources = Record<string, { Type: string; Properties?: Record<string, unknown> }>;

const arnOf = (id: string) => `arn of ${id}`;

function read(resources: Resources) {
  const Resources = Object.fromEntries(
    Object.entries(resources).map(([id, { Type, Properties = {} }]) => [id, { Type, Properties }]),
  );
  return readPolicies({ Resources }, createResolver({ Resources }), arnOf);
}

const trust = (service: string) => ({
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
});
const role = (properties: Record<string, unknown> = {}, service = 'lambda.amazonaws.com') => ({
  Type: 'AWS::IAM::Role',
  Properties: { AssumeRolePolicyDocument: trust(service), ...properties },
});
const allowing = (Action: string) => ({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const policy = (Action: string) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: allowing(Action) },
});

test('a role has its inline policies and every policy that names it', () => {
  const Policies = [{ PolicyName: 'Inline', PolicyDocument: allowing('s3:GetObject') }];
  const policies = read({ Role: role({ Policies }), One: policy('s3:PutObject'), Two: policy('ses:SendEmail') });

  for (const action of ['s3:GetObject', 's3:PutObject', 'ses:SendEmail']) {
    expect(whyNot(policies, arnOf('Role'), { action, resource: 'r', context: {} })).toBeUndefined();
  }
  expect(whyNot(policies, arnOf('Other'), { action: 's3:GetObject', resource: 'r', context: {} })).toBeDefined();
});

test('the key behind a table, a bucket and a secret is known; of what AWS encrypts no one needs a key', () => {
  const arn = 'arn:aws:kms:eu-west-2:000000000000:key/Key';
  const encryption = {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { KMSMasterKeyID: arn } }],
  };
  const { keyOf } = read({
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { SSESpecification: { KMSMasterKeyId: arn } } },
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketEncryption: encryption } },
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: arn } },
    Plain: { Type: 'AWS::S3::Bucket' },
  });

  expect([...keyOf]).toEqual(['Table', 'Bucket', 'Secret'].map((id) => [arnOf(id), arn]));
});

describe('a template refuses the start, in one line that names it, when it holds', () => {
  test.each<[kind: string, resources: Resources, line: string]>([
    [
      'a managed policy',
      { Shared: { Type: 'AWS::IAM::ManagedPolicy' } },
      'Shared: it is of the type AWS::IAM::ManagedPolicy',
    ],
    [
      "a function's role with AWS's own policies",
      { Role: role({ ManagedPolicyArns: ['a'] }) },
      'Role: it has ManagedPolicyArns',
    ],
    [
      "a machine's role with a boundary",
      { Role: role({ PermissionsBoundary: 'a' }, 'states.amazonaws.com') },
      'Role: it has PermissionsBoundary',
    ],
    [
      'a policy on a secret',
      { Rights: { Type: 'AWS::SecretsManager::ResourcePolicy' } },
      'Rights: it is of the type AWS::SecretsManager::ResourcePolicy',
    ],
    [
      'a policy on a table',
      { Table: { Type: 'AWS::DynamoDB::Table', Properties: { ResourcePolicy: {} } } },
      'Table: it has ResourcePolicy',
    ],
    [
      "a bucket's policy for a bucket elsewhere",
      { Rights: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'elsewhere' } } },
      'Rights.Bucket: it names something outside the stack',
    ],
    [
      'a key of another stack',
      { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { KmsKeyId: 'alias/other' } } },
      'Secret: it is encrypted with alias/other, no key of the stack',
    ],
  ])('%s', (_kind, resources, line) => {
    expect(() => read(resources)).toThrow(`${line}${NOT_EVALUATED}`);
  });

  test('but not for a role that only a service of AWS plays', () => {
    expect(() => read({ Role: role({ ManagedPolicyArns: ['a'] }, 'apigateway.amazonaws.com') })).not.toThrow();
  });
});
