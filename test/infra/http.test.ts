import { expect, test } from 'vitest';
import * as z from 'zod';
import { inWords, ofType, only, synthesised } from './synthesised.ts';

const resources = synthesised();

const partSchema = z.object({ ParentId: z.unknown(), PathPart: z.string() });

function pathOf(resourceId: unknown): string {
  const resource = resources[inWords(resourceId)];
  if (resource?.Type !== 'AWS::ApiGateway::Resource') return '';
  const { ParentId, PathPart } = partSchema.parse(resource.Properties);
  return `${pathOf(ParentId)}/${PathPart}`;
}

const routes = ofType(resources, 'AWS::ApiGateway::Method').map(([, { Properties }]) => {
  const target = /(\w+)\/invocations/.exec(
    inWords(z.object({ Uri: z.unknown() }).parse(Properties.Integration).Uri),
  )?.[1];
  const asks = Properties.ApiKeyRequired === true ? 'with a key' : 'for anyone';
  return `${Properties.HttpMethod} ${pathOf(Properties.ResourceId) || '/'} -> ${target} ${asks}`;
});

test('every path is answered by the function of its audience; only /v1 asks for a key', () => {
  expect(routes.sort()).toEqual([
    'ANY / -> ServeReferrer for anyone',
    'ANY /triage -> ServeTriage for anyone',
    'ANY /triage/{proxy+} -> ServeTriage for anyone',
    'ANY /v1 -> ServeApi with a key',
    'ANY /v1/evidence -> ServeApi with a key',
    'ANY /v1/openapi.json -> ServeApi for anyone',
    'ANY /v1/referrals -> ServeApi with a key',
    'ANY /v1/referrals/{reference} -> ServeApi with a key',
    'ANY /v1/{proxy+} -> ServeApi with a key',
    'ANY /{proxy+} -> ServeReferrer for anyone',
  ]);
});

test('answers are compressed, and only a form with a file is taken for binary', () => {
  const { Properties } = only(resources, 'AWS::ApiGateway::RestApi');

  expect(Properties).toMatchObject({ MinimumCompressionSize: 1024, BinaryMediaTypes: ['multipart/form-data'] });
});

test('nobody is throttled by the usage plan or the stage', () => {
  expect(only(resources, 'AWS::ApiGateway::UsagePlan').Properties).not.toHaveProperty('Throttle');
  expect(only(resources, 'AWS::ApiGateway::UsagePlan').Properties).not.toHaveProperty('Quota');
  expect(JSON.stringify(only(resources, 'AWS::ApiGateway::Stage'))).not.toContain('Throttling');
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

test.each([
  ['INVALID_API_KEY', '403', 'API_KEY'],
  ['THROTTLED', '429', 'TOO_MANY_REQUESTS'],
  ['REQUEST_TOO_LARGE', '413', 'BODY_TOO_LARGE'],
  ['INTEGRATION_FAILURE', '503', 'NOT_ANSWERED'],
  ['INTEGRATION_TIMEOUT', '504', 'NOT_ANSWERED'],
  ['DEFAULT_5XX', '500', 'NOT_ANSWERED'],
])(
  'when API Gateway itself refuses (%s), it says what was wrong in our own shape',
  (ResponseType, StatusCode, code) => {
    const found = ofType(resources, 'AWS::ApiGateway::GatewayResponse').find(
      ([, { Properties }]) => Properties.ResponseType === ResponseType,
    );
    const { ResponseTemplates } = z
      .object({ ResponseTemplates: z.record(z.string(), z.string()) })
      .parse(found?.[1].Properties);

    expect(found?.[1].Properties).toMatchObject({ StatusCode });
    expect(JSON.parse(ResponseTemplates['application/json'] ?? '')).toMatchObject({
      code,
      problems: [{ code, path: '' }],
    });
  },
);

test.each(['THROTTLED', 'REQUEST_TOO_LARGE', 'INTEGRATION_FAILURE', 'INTEGRATION_TIMEOUT', 'DEFAULT_5XX'])(
  'when API Gateway itself refuses a browser (%s), a page says what to do, that nothing is lost, and a reference',
  (ResponseType) => {
    const found = ofType(resources, 'AWS::ApiGateway::GatewayResponse').find(
      ([, { Properties }]) => Properties.ResponseType === ResponseType,
    );
    const { ResponseTemplates } = z
      .object({ ResponseTemplates: z.record(z.string(), z.string()) })
      .parse(found?.[1].Properties);
    const page = ResponseTemplates['text/html'] ?? '';

    expect(page).toMatch(/^<!doctype html><html lang="en-GB"><head>.*name="viewport".*<title>[A-Z]/);
    expect(page).toContain('Nothing that you saved or sent before is lost.');
    expect(page).toMatch(/go back with the back button/i);
    expect(page).toContain('<strong>$context.requestId</strong>');
    expect(found?.[1].Properties.ResponseParameters).toMatchObject({
      'gatewayresponse.header.Cache-Control': "'no-store'",
    });
  },
);
