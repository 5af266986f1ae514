import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { parseDeployConfig } from '#lib/config.ts';
import { exampleConfig, flatten, ofType, synthesised } from './synthesised.ts';

const door = { mailDoor: 'on', mailDoorAddress: 'portage@incoming.example.org' };
const canary = { mailbox: 'canary@incoming.example.org' };
const resources = synthesised({ ...door, canary });

const policySchema = z.object({
  Roles: z.array(z.unknown()),
  PolicyDocument: z.object({ Statement: z.array(z.object({ Action: z.unknown(), Resource: z.unknown() })) }),
});

/** What the role of the canary may do beside writing its log, one `action on resource` a line. */
function rights(): string[] {
  const role = flatten(resources.WalkCanary?.Properties.Role);
  return ofType(resources, 'AWS::IAM::Policy')
    .map(([, { Properties }]) => policySchema.parse(Properties))
    .filter(({ Roles }) => Roles.some((one) => flatten(one) === role))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((one) => `${action} on ${flatten(one)}`)),
    )
    .filter((right) => !/^(kms|logs|sqs|xray):/.test(right))
    .sort();
}

const receiptSchema = z.object({ Rule: z.object({ Recipients: z.array(z.string()), Actions: z.array(z.unknown()) }) });

describe('a service with a canary', () => {
  test('lets it send and decide one referral, and read its own emails', () => {
    expect(rights()).toEqual(
      [
        ...['dynamodb:GetItem on RecordsTable', 'dynamodb:PutItem on RecordsTable'],
        ...['s3:ListBucket on EvidenceBucket', 's3:ListBucketVersions on EvidenceBucket'],
        ...['GetObject', 'PutObject'].map((action) => `s3:${action} on EvidenceBucket/evidence/*`),
        's3:GetObject on EvidenceBucket/mail/canary/*',
        'states:StartExecution on ReferralWorkflow',
      ].sort(),
    );
  });

  test('receives its emails apart from those to the service', () => {
    const rules = ofType(resources, 'AWS::SES::ReceiptRule').map(([, { Properties }]) => {
      const { Rule } = receiptSchema.parse(Properties);
      return [...Rule.Recipients, /"ObjectKeyPrefix":"([^"]+)"/.exec(JSON.stringify(Rule.Actions))?.[1]];
    });
    expect(rules.sort()).toEqual([
      [canary.mailbox, 'mail/canary/'],
      [door.mailDoorAddress, 'mail/in/'],
    ]);
  });
});

test('a canary whose emails no one receives is refused', () => {
  const text = JSON.stringify({ ...exampleConfig, canary });
  expect(() => parseDeployConfig(text, 'deploy.json')).toThrow('canary: must be left out unless mailDoor is on');
});
