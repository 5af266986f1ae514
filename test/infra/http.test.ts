import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { closedHeaders } from '#lib/http/closed-headers.ts';
import { testConfig } from '#test/http/service-config.ts';
import { GO_BACK } from '#test/kit/words/referral.ts';
import { blocksOf } from '#tools/readability/blocks.ts';
import { leavingOut } from '#tools/readability/leave-out.ts';
import { reportOn } from '#tools/readability/report.ts';
import { refusalSchema } from '#web/api/answers.ts';
import { securityHeaders } from '#web/http/security-headers.ts';
import { NOTHING_LOST } from '../../lib/http/static-page.ts';
import { flatten, ofType, only, type Resources, synthesised } from './synthesised.ts';

const resources = synthesised();

const partSchema = z.object({ ParentId: z.unknown(), PathPart: z.string() });

function pathOf(resourceId: unknown): string {
  const resource = resources[flatten(resourceId)];
  if (resource?.Type !== 'AWS::ApiGateway::Resource') return '';
  const { ParentId, PathPart } = partSchema.parse(resource.Properties);
  return `${pathOf(ParentId)}/${PathPart}`;
}

const routes = ofType(resources, 'AWS::ApiGateway::Method').map(([, { Properties }]) => {
  const target = /(\w+)\/invocations/.exec(
    flatten(z.object({ Uri: z.unknown() }).parse(Properties.Integration).Uri),
  )?.[1];
  const asks = Properties.ApiKeyRequired === true ? 'with a key' : 'for anyone';
  return `${Properties.HttpMethod} ${pathOf(Properties.ResourceId) || '/'} -> ${target} ${asks}`;
});

test('every path is answered by the function of its audience; only /v1 asks for a key', () => {
  expect(routes.sort()).toEqual([
    'ANY / -> ServePublic for anyone',
    'ANY /console -> ServeConsole for anyone',
    'ANY /console/{proxy+} -> ServeConsole for anyone',
    'ANY /family -> ServeFamily for anyone',
    'ANY /family/{proxy+} -> ServeFamily for anyone',
    'ANY /referral -> ServeReferral for anyone',
    'ANY /referral/{proxy+} -> ServeReferral for anyone',
    'ANY /shared -> ServeStaff for anyone',
    'ANY /shared/{proxy+} -> ServeStaff for anyone',
    'ANY /staff -> ServeStaff for anyone',
    'ANY /staff/{proxy+} -> ServeStaff for anyone',
    'ANY /triage -> ServeStaff for anyone',
    'ANY /triage/{proxy+} -> ServeStaff for anyone',
    'ANY /v1 -> ServeApi with a key',
    'ANY /v1/evidence -> ServeApi with a key',
    'ANY /v1/openapi.json -> ServeApi for anyone',
    'ANY /v1/referrals -> ServeApi with a key',
    'ANY /v1/referrals/{reference} -> ServeApi with a key',
    'ANY /v1/{proxy+} -> ServeApi with a key',
    'ANY /{proxy+} -> ServePublic for anyone',
  ]);
});

test('answers are compressed, and only a form with a file is taken for binary', () => {
  const { Properties } = only(resources, 'AWS::ApiGateway::RestApi');

  expect(Properties).toMatchObject({ MinimumCompressionSize: 1024, BinaryMediaTypes: ['multipart/form-data'] });
});

test('a flood meets our own refusal: the stage and the plan of systems have their limits, and no quota ends a day early', () => {
  expect(only(resources, 'AWS::ApiGateway::UsagePlan').Properties).toMatchObject({
    Throttle: { RateLimit: 20, BurstLimit: 40 },
  });
  expect(only(resources, 'AWS::ApiGateway::UsagePlan').Properties).not.toHaveProperty('Quota');
  expect(only(resources, 'AWS::ApiGateway::Stage').Properties.MethodSettings).toContainEqual(
    expect.objectContaining({
      ResourcePath: '/*',
      HttpMethod: '*',
      ThrottlingRateLimit: 100,
      ThrottlingBurstLimit: 200,
    }),
  );
});

test('the parts that mailed links and given keys hang on are pinned', () => {
  const pinned = { RestApi: 'RestApi', Stage: 'Stage', ApiKey: 'ApiKey', UsagePlan: 'UsagePlan' };
  for (const [id, type] of Object.entries(pinned)) expect(resources[id]?.Type).toBe(`AWS::ApiGateway::${type}`);
});

test('the access log names routes, never a path, an address or a key', () => {
  const { AccessLogSetting } = z
    .object({ AccessLogSetting: z.object({ Format: z.string() }) })
    .parse(only(resources, 'AWS::ApiGateway::Stage').Properties);

  expect(AccessLogSetting.Format).toContain('$context.resourcePath');
  expect(AccessLogSetting.Format).not.toMatch(/\$context\.(path|identity|protocol|authorizer)|requestOverride|\$input/);
});

test('what passes through the API is never traced into a log', () => {
  const stage = JSON.stringify(only(resources, 'AWS::ApiGateway::Stage').Properties);

  expect(stage).toContain('"DataTraceEnabled":false');
  expect(stage).not.toContain('LoggingLevel":"INFO');
});

test("the permission that API Gateway's test button would need is not given", () => {
  expect(JSON.stringify(ofType(resources, 'AWS::Lambda::Permission'))).not.toContain('test-invoke-stage');
});

const responseSchema = z.object({
  StatusCode: z.string().optional(),
  ResponseParameters: z.record(z.string(), z.string()),
  ResponseTemplates: z.record(z.string(), z.string()),
});

function refusalIn(within: Resources, type: string) {
  const found = ofType(within, 'AWS::ApiGateway::GatewayResponse').find(
    ([, { Properties }]) => Properties.ResponseType === type,
  );
  return responseSchema.parse(found?.[1].Properties);
}

test('every page of the gateway is plain enough for its readers', () => {
  const { serviceName, councilName, contact } = testConfig;
  const pages = ofType(resources, 'AWS::ApiGateway::GatewayResponse').flatMap(([id, { Properties }]) => {
    const html = responseSchema.parse(Properties).ResponseTemplates['text/html'];
    return html === undefined ? [] : [{ name: id, kind: 'page' as const, blocks: blocksOf(html) }];
  });

  expect(pages.length).toBeGreaterThan(5);
  expect(reportOn(pages, leavingOut([serviceName, councilName, contact.phone, contact.hours])).faults).toEqual([]);
});

test.each([
  ['INVALID_API_KEY', '403', 'API_KEY'],
  ['THROTTLED', '429', 'TOO_MANY_REQUESTS'],
  ['QUOTA_EXCEEDED', '429', 'TOO_MANY_REQUESTS'],
  ['REQUEST_TOO_LARGE', '413', 'BODY_TOO_LARGE'],
  ['WAF_FILTERED', '403', 'FILTERED'],
  ['DEFAULT_4XX', undefined, 'NOT_READ'],
  ['INTEGRATION_FAILURE', '503', 'NOT_ANSWERED'],
  ['INTEGRATION_TIMEOUT', '504', 'NOT_ANSWERED'],
  ['DEFAULT_5XX', '500', 'NOT_ANSWERED'],
])('when API Gateway itself refuses (%s), it says what was wrong in our own shape', (type, status, code) => {
  const { StatusCode, ResponseTemplates } = refusalIn(resources, type);
  const said = refusalSchema.parse(JSON.parse(ResponseTemplates['application/json'] ?? ''));

  expect(StatusCode).toBe(status);
  expect(said).toMatchObject({ code, problems: [{ code, path: '' }] });
});

describe.each([
  'THROTTLED',
  'REQUEST_TOO_LARGE',
  'WAF_FILTERED',
  'DEFAULT_4XX',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
  'DEFAULT_5XX',
])('when API Gateway itself refuses a browser (%s)', (type) => {
  const { ResponseParameters, ResponseTemplates } = refusalIn(resources, type);
  const page = ResponseTemplates['text/html'] ?? '';

  test('a page says what to do, that nothing is lost, and a reference to tell us', () => {
    expect(page).toMatch(/^<!doctype html><html lang="en-GB"><head>.*name="viewport".*<title>[A-Z]/);
    expect(page).toContain(NOTHING_LOST);
    expect(page).toMatch(GO_BACK);
    expect(page).toMatch(/If it happens again, call us .* this reference: <strong>\$context\.requestId<\/strong>/);
  });

  test('it wears the name and the colour of the service, and leads to the start page and the telephone', () => {
    expect(page).toMatch(/<title>.+ – Somerset Portage Service<\/title>/);
    expect(page).toMatch(/<header><a href="https:\/\/referrals\.example\.org\/">Somerset Portage Service<\/a>/);
    expect(page).toContain('Example County Council');
    expect(page).toContain('background:#23515b');
    expect(page).toContain('<a href="tel:03000000000">0300 000 0000</a> (Monday to Friday, 9am to 5pm)');
    expect(page).toContain('<a href="https://referrals.example.org/">Start page</a>');
  });

  test('it is as closed as every other page, by its headers and by a policy of its own', () => {
    const { 'content-security-policy': _pages, ...others } = securityHeaders('https://referrals.example.org');
    const sent = Object.entries(ResponseParameters).map(([name, value]) => [
      name.replace('gatewayresponse.header.', '').toLowerCase(),
      value.replace(/^'(.*)'$/, '$1'),
    ]);
    const [, style = ''] = /<style>(.*)<\/style>/.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');

    expect(Object.fromEntries(sent)).toMatchObject(others);
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'`,
    );
  });
});

test('a name that looks like code is shown as it is, and fills nothing in (hostile)', () => {
  const named = synthesised({ serviceName: '<b>A & B</b> $context.identity.sourceIp', councilName: '"C"' });
  const page = refusalIn(named, 'DEFAULT_4XX').ResponseTemplates['text/html'] ?? '';

  expect(page).toContain('&#60;b&#62;A &#38; B&#60;/b&#62; &#36;context.identity.sourceIp');
  expect(page).not.toMatch(/<b>|\$context\.identity/);
});

test('on http no one is told to keep to https', () => {
  const local = synthesised({ baseUrl: 'http://localhost:8080' });

  expect(JSON.stringify(refusalIn(local, 'DEFAULT_4XX').ResponseParameters)).not.toContain('Strict-Transport');
});

test.each(['INVALID_API_KEY', 'THROTTLED', 'REQUEST_TOO_LARGE', 'WAF_FILTERED', 'DEFAULT_4XX', 'DEFAULT_5XX'])(
  'the JSON of %s carries a policy that loads nothing, and every other closed header',
  (type) => {
    const { ResponseParameters, ResponseTemplates } = refusalIn(resources, type);
    const values = new Map(
      Object.entries(ResponseParameters).map(([name, value]) => [name.replace('gatewayresponse.header.', ''), value]),
    );
    const inner = [...values.values()].map((value) => value.replace(/^'(.*)'$/, '$1'));

    expect(ResponseTemplates['application/json']).toContain('"problems"');
    expect(values.get('Content-Security-Policy')).toMatch(/^'script-src; .*; frame-ancestors; base-uri'$/);
    for (const [name, value] of Object.entries(closedHeaders('https://referrals.example.org')))
      expect(values.get(name)).toBe(`'${value}'`);
    expect(inner.filter((value) => value.includes("'"))).toEqual([]);
  },
);
