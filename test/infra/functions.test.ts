import { expect, test } from 'vitest';
import * as z from 'zod';
import { SWEEP_LEASE_SECONDS } from '#domain/process/lease.ts';
import { functionEnv } from '#functions/env.ts';
import { flatten, ofType, synthesised } from './synthesised.ts';

const resources = synthesised();
const functions = ofType(resources, 'AWS::Lambda::Function');

const variables = (id: string) =>
  z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }) }).parse(resources[id]?.Properties)
    .Environment.Variables;

test('there is one function for each environment that functions/env.ts describes', () => {
  expect(functions.map(([, { Properties }]) => Properties.Description).sort()).toEqual(
    Object.keys(functionEnv)
      .map((name) => `Small Steps: ${name}`)
      .sort(),
  );
});

test.each(Object.entries(functionEnv))('%s is given exactly what it reads', (name, schema) => {
  const found = functions.find(([, { Properties }]) => Properties.Description === `Small Steps: ${name}`);

  expect(Object.keys(variables(found?.[0] ?? '')).sort()).toEqual(Object.keys(schema.shape).sort());
});

test('every function runs Node.js 24 on arm64 with a role of its own', () => {
  const roles = functions.map(([, { Properties }]) => JSON.stringify(Properties.Role));

  for (const [, { Properties }] of functions) {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
  }
  expect(new Set(roles).size).toBe(functions.length);
});

test('links begin with the configured address', () => {
  expect(variables('OpenTask').BASE_URL).toBe('https://referrals.example.org');
});

test('without a configured address, links begin with the one that API Gateway gives, under its stage', () => {
  const made = synthesised({ baseUrl: undefined, stage: 'trial' }).OpenTask?.Properties.Environment;

  expect(JSON.stringify(made)).toContain('.execute-api.');
  expect(JSON.stringify(made)).toContain('/trial"');
});

test('failed sweeps, mail events and nights are kept as dead letters', () => {
  const kept = functions.filter(([, { Properties }]) => Properties.DeadLetterConfig !== undefined);

  expect(kept.map(([id]) => id).sort()).toEqual([
    'BalanceLists',
    'EraseRecords',
    'LookAtLists',
    'ReconcileRecords',
    'RecordMailEvent',
    'SealHistories',
    'Sweep',
    'TakeMail',
    'WalkCanary',
    'WritePack',
  ]);
});

test('a sweep that failed is never tried again beside the next one, and ends before its right to sweep does', () => {
  const retries = ofType(resources, 'AWS::Lambda::EventInvokeConfig').map(([, { Properties }]) => [
    flatten(Properties.FunctionName),
    Properties.MaximumRetryAttempts,
  ]);

  expect(Object.fromEntries(retries)).toEqual({
    Sweep: 0,
    RecordMailEvent: 2,
    BalanceLists: 2,
    EraseRecords: 2,
    LookAtLists: 2,
    ReconcileRecords: 2,
    SealHistories: 2,
    TakeMail: 2,
    WalkCanary: 2,
    WritePack: 2,
  });
  expect(Number(resources.Sweep?.Properties.Timeout)).toBeLessThan(SWEEP_LEASE_SECONDS);
  expect(SWEEP_LEASE_SECONDS).toBeLessThan(60);
});

const mailRuleSchema = z.object({
  EventPattern: z.object({ detail: z.object({ eventType: z.array(z.string()) }) }),
  Targets: z.array(z.object({ InputTransformer: z.object({ InputPathsMap: z.record(z.string(), z.string()) }) })),
});

test('what is kept of a mail event names neither recipient nor subject', () => {
  const rules = ofType(resources, 'AWS::Events::Rule').filter(([, { Properties }]) =>
    JSON.stringify(Properties.EventPattern ?? '').includes('aws.ses'),
  );
  const read = rules.map(([, { Properties }]) => mailRuleSchema.parse(Properties));
  const passed = Object.fromEntries(
    read.map(({ EventPattern, Targets }) => [
      EventPattern.detail.eventType.join(),
      Targets.flatMap(({ InputTransformer }) => Object.values(InputTransformer.InputPathsMap))
        .map((path) => path.replace('$.detail.', ''))
        .filter((path) => path !== 'eventType' && !/^mail\.tags\.(noticeId|reference)\[0\]$/.test(path))
        .sort(),
    ]),
  );

  expect(passed).toEqual({
    Bounce: ['bounce.bounceSubType', 'bounce.bounceType', 'bounce.bouncedRecipients[0].status'],
    Complaint: ['complaint.complaintFeedbackType', 'complaint.complaintSubType'],
    DeliveryDelay: ['deliveryDelay.delayType', 'deliveryDelay.delayedRecipients[0].status'],
    Reject: [],
  });
});

test('what is kept of an email that arrived is its key, which says nothing of it', () => {
  const [arrived, ...others] = ofType(resources, 'AWS::Events::Rule').filter(([, { Properties }]) =>
    JSON.stringify(Properties.EventPattern ?? '').includes('aws.s3'),
  );

  expect(others).toEqual([]);
  expect(arrived?.[1].Properties).toMatchObject({
    EventPattern: {
      detail: { bucket: { name: [{ Ref: 'EvidenceBucket' }] }, object: { key: [{ prefix: 'mail/in/' }] } },
    },
    Targets: [{ InputTransformer: { InputPathsMap: { 'detail-object-key': '$.detail.object.key' } } }],
  });
});
