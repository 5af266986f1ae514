import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { GO_BACK } from '#test/kit/words/referral.ts';
import { refusalSchema } from '#web/api/answers.ts';
import { securityHeaders } from '#web/http/security-headers.ts';
import { NOTHING_LOST } from '../../lib/http/static-page.ts';
import { flatten, only, synthesised } from './synthesised.ts';

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
  expect(flatten(ResourceArn)).toContain('/stages/');
  expect(flatten(WebACLArn)).toMatch(/^Firewall/);
});

test('rules that mistake a referral for an attack only count, so that no one loses what they typed', () => {
  const overrides = rule('AWSManagedRulesCommonRuleSet')?.Statement.ManagedRuleGroupStatement?.RuleActionOverrides;

  expect(overrides).toEqual(
    [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericRFI_BODY',
      'EC2MetaDataSSRF_BODY',
      'NoUserAgent_HEADER',
      'GenericLFI_BODY',
    ].map((Name) => ({ Name, ActionToUse: { Count: {} } })),
  );
});

test('no managed rule is asked to inspect typed text for SQL', () => {
  expect(rules.map(({ Name }) => Name)).toEqual([
    'TooManyRequests',
    'ReferralTooLarge',
    'FileTooLarge',
    'PageTooLarge',
    'AWSManagedRulesCommonRuleSet',
    'AWSManagedRulesKnownBadInputsRuleSet',
    'HarmfulBody',
    'TooMuchMail',
  ]);
});

const mailFlood = z
  .object({
    Limit: z.number(),
    ScopeDownStatement: z.object({
      AndStatement: z.object({
        Statements: z.tuple([
          z.object({ ByteMatchStatement: z.object({ SearchString: z.literal('POST') }) }),
          z.object({ RegexMatchStatement: z.object({ RegexString: z.string() }) }),
        ]),
      }),
    }),
  })
  .parse(rule('TooMuchMail')?.Statement.RateBasedStatement);
const mailPath = mailFlood.ScopeDownStatement.AndStatement.Statements[1].RegexMatchStatement.RegexString;
const anyDraft = 'A'.repeat(22);
const token = 'A'.repeat(43);

test.each([
  ...[
    `/refer/${anyDraft}/keep`,
    `/refer/${anyDraft}/again`,
    `/refer/${anyDraft}/risk`,
    `/live/refer/${anyDraft}/risk/reach`,
  ],
  ...['/referral/mine', '/live/referral/mine'],
  ...['/refer/staff', '/staff/sign-in', `/refer/l/${token}`, `/referral/l/${token}`, `/referral/l/${token}/email`],
  ...[`/triage/l/${token}`, `/live/triage/l/${token}`, `/shared/l/${token}`, `/live/shared/l/${token}`],
  '/live/referral/23456789CDF/status/hand-over',
])('%s causes mail: one address may post it 300 times in five minutes', (path) => {
  expect(mailFlood.Limit).toBe(300);
  expect(path).toMatch(new RegExp(mailPath));
});

test.each([
  ...['/v1/referrals', '/triage/tasks/1', `/refer/${anyDraft}/child`, '/refer', `/refer/${anyDraft}/send`],
  ...['/referral/23456789CDF/status', `/triage/l/${token}/code`, `/shared/l/${token}/code`],
])('%s is not held back with what causes mail', (path) => {
  expect(path).not.toMatch(new RegExp(mailPath));
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

const regexSchema = z.looseObject({ RegexMatchStatement: z.object({ RegexString: z.string() }) });
const notRegexSchema = z.looseObject({ NotStatement: z.object({ Statement: regexSchema }) });
const partsOf = (name: string) =>
  z.looseObject({ AndStatement: z.object({ Statements: z.array(z.unknown()) }) }).parse(rule(name)?.Statement)
    .AndStatement.Statements;
const patternIn = (statement: unknown) => new RegExp(regexSchema.parse(statement).RegexMatchStatement.RegexString);
const exceptIn = (statement: unknown) => notRegexSchema.parse(statement).NotStatement.Statement;

const draft = '/refer/4Hq_-0123456789abcdefg';

test.each([
  [`${draft}/evidence/1/file/here`, true],
  [`/live${draft}/evidence/20/file/here`, true],
  [`${draft}/eha/file/here`, true],
  ['/live/referral/23456789CDF/answer/here', true],
  [`/referral/23456789CDF/answer/here/${'A'.repeat(22)}.${'B'.repeat(22)}`, true],
  ['/referral/23456789CDF/answer', false],
  ['/live/staff/lists/import', true],
  ['/staff/lists/import/more', false],
  ['/referral/23456789CDF/answer/here/a/b', false],
  [`${draft}/evidence/1/file`, false],
  [`${draft}/evidence/1/file/here/more`, false],
  [`${draft}/story`, false],
  ['/refer/short/evidence/1/file/here', false],
  ['/triage/file/here', false],
  ['/file/here', false],
])('a body over 64 KB posted to %s is let through: %s', (path, isLetThrough) => {
  for (const name of ['PageTooLarge', 'HarmfulBody']) {
    expect(patternIn(exceptIn(partsOf(name)[1])).test(path)).toBe(isLetThrough);
  }
  expect(patternIn(partsOf('FileTooLarge')[0]).test(path)).toBe(isLetThrough);
});

test.each([
  ['4194304', false],
  ['4499999', false],
  ['4500000', true],
  ['9999999', true],
  ['10000000', true],
  ['450', false],
])('a file of %s bytes is refused with words of ours, before Lambda could refuse it: %s', (length, isRefused) => {
  const [, said] = partsOf('FileTooLarge');

  expect(JSON.stringify(said)).toContain('{"SingleHeader":{"Name":"content-length"}}');
  expect(patternIn(said).test(length)).toBe(isRefused);
  expect(rule('FileTooLarge')).toMatchObject({
    Action: { Block: { CustomResponse: { ResponseCode: 413, CustomResponseBodyKey: 'fileTooLarge' } } },
  });
});

test('what a managed rule reads in a body is blocked with words of ours, but never in a file', () => {
  const overridden = ['AWSManagedRulesCommonRuleSet', 'AWSManagedRulesKnownBadInputsRuleSet'].flatMap((name) =>
    (rule(name)?.Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []).map(({ Name }) => Name),
  );
  const [labels] = partsOf('HarmfulBody');

  expect(overridden).toEqual(
    expect.arrayContaining(['GenericLFI_BODY', 'JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY']),
  );
  expect(JSON.stringify(labels).match(/awswaf:[\w:-]+/g)).toEqual([
    'awswaf:managed:aws:core-rule-set:GenericLFI_Body',
    'awswaf:managed:aws:known-bad-inputs:JavaDeserializationRCE_Body',
    'awswaf:managed:aws:known-bad-inputs:Log4JRCE_Body',
    'awswaf:managed:aws:known-bad-inputs:ReactJSRCE_Body',
  ]);
  expect(rule('HarmfulBody')).toMatchObject({
    Action: { Block: { CustomResponse: { ResponseCode: 403, CustomResponseBodyKey: 'looksHarmful' } } },
  });
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

const pagesIn = (properties: Record<string, unknown>) =>
  Object.values(
    z
      .record(z.string(), z.object({ Content: z.string(), ContentType: z.string() }))
      .parse(properties.CustomResponseBodies),
  ).filter(({ ContentType }) => ContentType === 'TEXT_HTML');

test('the longest names, on every page, fit what WAF allows too', () => {
  const contact = { email: `${'x'.repeat(60)}@example.org`, phone: '1'.repeat(30), hours: '"'.repeat(120) };
  const long = { serviceName: '&'.repeat(120), councilName: '<'.repeat(120), contact };
  const pages = pagesIn(only(synthesised(long), 'AWS::WAFv2::WebACL').Properties);

  expect(pages).toHaveLength(4);
  for (const { Content } of pages) expect(Buffer.byteLength(Content)).toBeLessThanOrEqual(4096);
});

test('every page of the firewall is whole, says what to do, that nothing is lost, and what to tell us', () => {
  for (const { Content } of pagesIn(acl)) {
    expect(Content).toMatch(/^<!doctype html><html lang="en-GB"><head>.*name="viewport".*<title>[A-Z]/);
    expect(Content).toContain(NOTHING_LOST);
    expect(Content).toMatch(GO_BACK);
    expect(Content).toMatch(/If it happens again, call us .* what time it happened/);
  }
});

test('every page of the firewall wears the name and the colour of the service, and leads back', () => {
  for (const { Content } of pagesIn(acl)) {
    expect(Content).toMatch(/<header><a href="https:\/\/referrals\.example\.org\/">Somerset Portage Service<\/a>/);
    expect(Content).toContain('background:#23515b');
    expect(Content).toContain('<a href="tel:03000000000">0300 000 0000</a>');
    expect(Content).toContain('<a href="https://referrals.example.org/">Start page</a>');
  }
});

const responseSchema = z.object({
  Action: z.object({
    Block: z.object({
      CustomResponse: z.object({ ResponseHeaders: z.array(z.object({ Name: z.string(), Value: z.string() })) }),
    }),
  }),
});

test.each(['TooManyRequests', 'ReferralTooLarge', 'FileTooLarge', 'PageTooLarge', 'HarmfulBody'])(
  'what %s answers is as closed as every other page, and may load nothing',
  (name) => {
    const sent = responseSchema.parse(rule(name)).Action.Block.CustomResponse.ResponseHeaders;
    const headers = Object.fromEntries(sent.map(({ Name, Value }) => [Name, Value]));
    const { 'content-security-policy': _pages, ...others } = securityHeaders('https://referrals.example.org');
    const [, style = ''] = /<style>(.*)<\/style>/.exec(pagesIn(acl)[0]?.Content ?? '') ?? [];
    const hash = createHash('sha256').update(style).digest('base64');

    expect(headers).toMatchObject(others);
    expect(headers['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(sent.length).toBeLessThanOrEqual(10);
    for (const { Value } of sent) expect(Value.length).toBeLessThanOrEqual(255);
  },
);

test('a system whose referral is too large is answered in the shape and with the code of our own refusal', () => {
  const bodies = z.record(z.string(), z.object({ Content: z.string() })).parse(acl.CustomResponseBodies);
  const refusal = refusalSchema.parse(JSON.parse(bodies.referralTooLarge?.Content ?? ''));

  expect(refusal.code).toBe('BODY_TOO_LARGE');
});

test('its log keeps what was blocked or counted, and neither path, query, secret header nor matched text', () => {
  const logging = only(resources, 'AWS::WAFv2::LoggingConfiguration').Properties;
  const fields = z.array(z.record(z.string(), z.unknown())).parse(logging.RedactedFields);
  const [log] = Object.values(resources).filter(
    ({ Properties }) => Properties.LogGroupName === 'aws-waf-logs-SmallSteps',
  );

  expect(log?.Type).toBe('AWS::Logs::LogGroup');
  expect(JSON.stringify(logging.LogDestinationConfigs)).toContain('FirewallLog');
  expect(fields.map((field) => JSON.stringify(field))).toEqual([
    '{"UriPath":{}}',
    '{"QueryString":{}}',
    ...['cookie', 'authorization', 'x-api-key', 'referer'].map((Name) => JSON.stringify({ SingleHeader: { Name } })),
  ]);
  expect(logging.LoggingFilter).toMatchObject({ DefaultBehavior: 'DROP' });
  expect(acl.DataProtectionConfig).toEqual({
    DataProtections: [
      { Field: { FieldType: 'BODY' }, Action: 'SUBSTITUTION' },
      { Field: { FieldType: 'QUERY_STRING' }, Action: 'SUBSTITUTION' },
    ],
  });
});
