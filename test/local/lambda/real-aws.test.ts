import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadAssembly } from '#local/assembly/load.ts';
import { startInstance } from '#local/instance.ts';
import { workerEnvironment } from '#local/lambda/environment.ts';
import { refuseRealAws } from '#local/lambda/refuse-real-aws.ts';
import { synthesise } from '#local/synth.ts';
import { tinyAssembly } from '#test/local/assembly/tiny-stack.ts';

const FINE = 'export const handler = async () => 1;';
const endpoints = { dynamodb: 'http://127.0.0.1:1', other: 'http://127.0.0.1:2' };

/** Refuses or takes a function of this bundle and environment, as it would run here. */
function judge(code: string, environment: Record<string, string> = {}): void {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  writeFileSync(join(folder, 'index.mjs'), code);
  const spec = { name: 'caller', arn: 'arn', role: 'role', logGroup: 'group', folder, handler: 'index.handler' };
  const whole = { ...spec, environment, timeoutSeconds: 1, memoryMb: 128 };
  refuseRealAws(whole, workerEnvironment(whole, endpoints));
}

describe('an endpoint in the environment', () => {
  test.each([
    ['AWS_ENDPOINT_URL', 'https://sqs.eu-west-2.amazonaws.com'],
    ['AWS_ENDPOINT_URL_SQS', 'http://10.0.0.1:4566'],
    ['AWS_ENDPOINT_URL_SQS', 'http://localhost:4566'],
    ['AWS_ENDPOINT_URL_SQS', 'http://127.0.0.1.example.org'],
    ['AWS_ENDPOINT_URL_SQS', 'http://127.0.0.1@example.org'],
    ['AWS_ENDPOINT_URL_SQS', 'sqs'],
  ])('%s at %s is refused in one line that names both', (name, value) => {
    expect(() => judge(FINE, { [name]: value })).toThrow(
      `The function caller would call the real AWS: ${name} is ${value}, which is no address of this machine. Take it out.`,
    );
  });

  test.each(['http://127.0.0.1:4566', 'http://127.9.9.9', 'http://[::1]:4566'])('at %s is taken', (value) => {
    expect(() => judge(FINE, { AWS_ENDPOINT_URL_SQS: value })).not.toThrow();
  });

  test('that is not to be used at all is refused', () => {
    expect(() => judge(FINE, { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toThrow('IGNORE_CONFIGURED');
  });
});

describe('an SDK client in the bundle', () => {
  const require = createRequire(import.meta.url);
  const written = (service: string) => `const c = { serviceId: config?.serviceId ?? "${service}" }; ${FINE}`;

  test.each([
    ['SQS', written('SQS')],
    ['CloudWatch Logs', written('CloudWatch Logs')],
    ['STS', `const o={serviceId:e?.serviceId??"STS"};${FINE}`],
    ['Bedrock', `const o={serviceId:e?.serviceId??\`Bedrock\`};${FINE}`],
  ])('of %s, without an endpoint, is refused in one line that names it', (service, code) => {
    expect(() => judge(code)).toThrow(
      `The function caller would call the real AWS: its bundle has a client of ${service}, which the embedded run does not have.`,
    );
  });

  test.each(['DynamoDB', 'S3', 'SFN', 'SES', 'Secrets Manager'])('of %s is taken: it is embedded', (service) => {
    expect(() => judge(written(service))).not.toThrow();
  });

  test.each([
    ['client-dynamodb', 'DynamoDB'],
    ['client-s3', 'S3'],
    ['client-sfn', 'SFN'],
    ['client-ses', 'SES'],
    ['client-secrets-manager', 'Secrets Manager'],
  ])('is found by how @aws-sdk/%s is written', (name, service) => {
    const folder = mkdtempSync(join(tmpdir(), 'sdk-'));
    writeFileSync(join(folder, 'index.js'), readFileSync(require.resolve(`@aws-sdk/${name}`), 'utf8'));
    const [spec] = loadAssembly(tinyAssembly(), 'http://localhost').functions.values();
    if (spec === undefined) throw new Error('The stack has no function.');

    expect(() => refuseRealAws({ ...spec, folder }, {})).toThrow(`a client of ${service},`);
  });

  test('is found in every bundle of the service', async () => {
    const { functions } = loadAssembly(await synthesise({ checked: false }), 'http://localhost');

    for (const spec of functions.values()) expect(() => refuseRealAws(spec, {}), spec.name).toThrow('a client of');
  });
});

test('an instance with such a function does not start', async () => {
  const assembly = tinyAssembly({ Serve: `const c = { serviceId: config?.serviceId ?? "SQS" }; ${FINE}` });

  await expect(startInstance({ port: 0, assembly })).rejects.toThrow(
    'would call the real AWS: its bundle has a client',
  );
});
