import { expect, test } from 'vitest';
import * as z from 'zod';
import { refusalSchema } from '#web/api/answers.ts';
import { inWords, only, synthesised } from './synthesised.ts';

const resources = synthesised();
const acl = only(resources, 'AWS::WAFv2::WebACL').Properties;

const ruleSchema = z.looseObject({
  Name: z.string(),
  Statement: z.looseObject({
    ManagedRuleGroupStatement: z
      .looseObject({
        RuleActionOverrides: z.array(z.object({ Name: z.string(), ActionToUse: z.unknown() })).default([]),
      })
      .optional(),
  }),
});
const rules = z.array(ruleSchema).parse(acl.Rules);
const rule = (name: string) => rules.find(({ Name }) => Name === name);

test('the firewall stands in front of the stage', () => {
  const { ResourceArn, WebACLArn } = only(resources, 'AWS::WAFv2::WebACLAssociation').Properties;

  expect(acl).toMatchObject({ Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
  expect(inWords(ResourceArn)).toContain('/stages/');
  expect(inWords(WebACLArn)).toMatch(/^Firewall/);
});

test('rules that mistake a referral for an attack only count, so that nobody loses what they typed', () => {
  const overrides = rule('AWSManagedRulesCommonRuleSet')?.Statement.ManagedRuleGroupStatement?.RuleActionOverrides;

  expect(overrides).toEqual(
    [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericRFI_BODY',
      'EC2MetaDataSSRF_BODY',
      'NoUserAgent_HEADER',
    ].map((Name) => ({ Name, ActionToUse: { Count: {} } })),
  );
});

test('no managed rule is asked to inspect typed text for SQL', () => {
  expect(rules.map(({ Name }) => Name)).toEqual([
    'TooManyRequests',
    'ReferralTooLarge',
    'PageTooLarge',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesKnownBadInputsRuleSet',
  ]);
});

test('an address that a whole hospital shares may send 5,000 requests in five minutes, then gets our own page', () => {
  expect(rule('TooManyRequests')).toMatchObject({
    Action: { Block: { CustomResponse: { ResponseCode: 429, CustomResponseBodyKey: 'tooManyRequests' } } },
    Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 5000, EvaluationWindowSec: 300 } },
  });
});

test.each([
  ['ReferralTooLarge', 'referralTooLarge'],
  ['PageTooLarge', 'pageTooLarge'],
])('over 64 KB is answered by 413 and our own words (%s)', (name, CustomResponseBodyKey) => {
  const found = rule(name);

  expect(found).toMatchObject({
    Action: { Block: { CustomResponse: { ResponseCode: 413, CustomResponseBodyKey } } },
  });
  expect(JSON.stringify(found)).toContain('"Size":65536');
  expect(JSON.stringify(found)).toContain('"OversizeHandling":"MATCH"');
});

test('64 KB of each body are inspected', () => {
  expect(acl.AssociationConfig).toEqual({ RequestBody: { API_GATEWAY: { DefaultSizeInspectionLimit: 'KB_64' } } });
});

test('no request is ever sampled, because a sample is not redacted', () => {
  const sampled = JSON.stringify(acl).match(/"SampledRequestsEnabled":\w+/g);

  expect(sampled).toHaveLength(rules.length + 1);
  expect(new Set(sampled)).toEqual(new Set(['"SampledRequestsEnabled":false']));
});

test('every body of ours fits what WAF allows', () => {
  const bodies = z.record(z.string(), z.object({ Content: z.string() })).parse(acl.CustomResponseBodies);

  for (const { Content } of Object.values(bodies)) expect(Buffer.byteLength(Content)).toBeLessThanOrEqual(4096);
});

test('a system whose referral is too large is answered in the shape and with the code of our own refusal', () => {
  const bodies = z.record(z.string(), z.object({ Content: z.string() })).parse(acl.CustomResponseBodies);
  const refusal = refusalSchema.parse(JSON.parse(bodies.referralTooLarge?.Content ?? ''));

  expect(refusal.code).toBe('BODY_TOO_LARGE');
});
