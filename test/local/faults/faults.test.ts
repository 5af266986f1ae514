import { DynamoDBClient, GetItemCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient, VerifyMacCommand } from '@aws-sdk/client-kms';
import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFaults } from '#local/faults/faults.ts';
import { accessKeyOf, RUN_KEY } from '#local/iam/access-key.ts';
import { type Instance, startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import { tinyAssembly } from '#test/local/assembly/tiny-stack.ts';

let assembly: string;
beforeAll(() => {
  assembly = tinyAssembly();
});

const instances: Instance[] = [];
afterEach(async () => {
  for (const instance of instances.splice(0)) await instance.stop();
});

async function start(): Promise<Instance> {
  const instance = await startInstance({ port: 0, assembly, cold: true, now: parseInstant('2026-09-24T09:00') });
  instances.push(instance);
  return instance;
}

const ask = (url: string, asked?: object | string, method = 'POST') =>
  fetch(`${url}/local/faults`, {
    method,
    ...(asked === undefined ? {} : { body: typeof asked === 'string' ? asked : JSON.stringify(asked) }),
  });

/** As `ask`, of a request that is taken. */
async function plan(url: string, asked: object): Promise<void> {
  expect((await ask(url, asked)).status).toBe(200);
}

/** The name of a function in the template, which has a hash behind it. */
async function nameOf(url: string, id: string): Promise<string> {
  const told = await (await ask(url, { service: 'lambda', function: 'None', error: 'A' })).text();
  return new RegExp(`${id}\\w+`).exec(told)?.[0] ?? '';
}

/** What /local/faults shows. */
async function shown(url: string) {
  return Object(await (await fetch(`${url}/local/faults`)).json());
}

/** Clients that try once, as the embedded run itself unless told. */
function clients({ endpoints }: Instance, credentials = RUN_KEY) {
  const settings = { region: 'eu-west-2', credentials, maxAttempts: 1, endpoint: endpoints.other };
  return {
    dynamodb: new DynamoDBClient({ ...settings, endpoint: endpoints.dynamodb }),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    ses: new SESClient(settings),
    states: new SFNClient(settings),
    kms: new KMSClient(settings),
    secrets: new SecretsManagerClient(settings),
  };
}

const email = new SendEmailCommand({
  Source: 'from@example.org',
  Destination: { ToAddresses: ['to@example.org'] },
  Message: { Subject: { Data: 'A subject' }, Body: { Text: { Data: 'A text' } } },
});
const mac = new VerifyMacCommand({
  KeyId: 'Key',
  MacAlgorithm: 'HMAC_SHA_256',
  Message: Buffer.from('a'),
  Mac: Buffer.from('b'),
});
const table = new GetItemCommand({ TableName: 'None', Key: { pk: { S: 'a' } } });
const machine = new ListExecutionsCommand({
  stateMachineArn: 'arn:aws:states:eu-west-2:000000000000:stateMachine:None',
});

describe('the next call of a service meets the error that was set for it, once', () => {
  test.each<
    [service: string, error: string, status: number, call: (all: ReturnType<typeof clients>) => Promise<unknown>]
  >([
    ['dynamodb', 'ProvisionedThroughputExceededException', 400, ({ dynamodb }) => dynamodb.send(table)],
    ['s3', 'SlowDown', 503, ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: 'none', Key: 'a' }))],
    ['ses', 'AccountSendingPausedException', 400, ({ ses }) => ses.send(email)],
    ['states', 'StateMachineDeleting', 400, ({ states }) => states.send(machine)],
    [
      'secretsmanager',
      'InternalServiceError',
      500,
      ({ secrets }) => secrets.send(new GetSecretValueCommand({ SecretId: 'a' })),
    ],
    ['kms', 'KMSInternalException', 500, ({ kms }) => kms.send(mac)],
  ])('%s: %s', async (service, error, status, call) => {
    const instance = await start();
    const all = clients(instance);

    await plan(instance.url, { service, error });

    const met = { name: error, $metadata: { httpStatusCode: status } };
    await expect(call(all)).rejects.toMatchObject(met);
    const next = await Promise.allSettled([call(all)]);
    expect(next).not.toMatchObject([{ reason: { name: error } }]);
    expect(await shown(instance.url)).toEqual({ faults: [], sweeper: 'running', revokedKeys: [] });
  });

  test('lambda: a function that crashes is a failed request, and the next one is answered', async () => {
    const { url } = await start();

    await plan(url, { service: 'lambda', function: await nameOf(url, 'Serve'), error: 'Runtime.ExitError' });

    expect((await fetch(`${url}/anything`)).status).toBe(502);
    expect((await fetch(`${url}/anything`)).status).toBe(200);
  });
});

test('a fault for one operation, or for one function, leaves the calls of others alone', async () => {
  const instance = await start();
  const sweep = await nameOf(instance.url, 'Sweep');
  const asSweep = clients(instance, accessKeyOf(sweep));
  const asRun = clients(instance);
  await plan(instance.url, {
    service: 'dynamodb',
    operation: 'ListTables',
    function: sweep,
    error: 'InternalServerError',
  });
  await plan(instance.url, { service: 's3', operation: 'GetObject', error: 'InternalError' });

  await expect(asRun.dynamodb.send(new ListTablesCommand({}))).resolves.toBeDefined();
  await expect(asSweep.dynamodb.send(table)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await expect(asRun.s3.send(new ListObjectVersionsCommand({ Bucket: 'none' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
  await expect(asSweep.dynamodb.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'InternalServerError' });
});

test('a fault for several calls is listed with those that are left', async () => {
  const instance = await start();
  await plan(instance.url, { service: 'dynamodb', operation: 'ListTables', error: 'InternalServerError', times: 3 });

  await clients(instance)
    .dynamodb.send(new ListTablesCommand({}))
    .catch(() => {});

  expect(await shown(instance.url)).toMatchObject({
    faults: [{ service: 'dynamodb', operation: 'ListTables', error: 'InternalServerError', times: 2 }],
  });
});

test('a delay is listed as it was asked for, keeps one call waiting and is no error', async () => {
  const { url } = await start();
  await plan(url, { service: 'dynamodb', delay: 'PT5S' });
  expect(await shown(url)).toMatchObject({ faults: [{ service: 'dynamodb', delay: 'PT5S', times: 1 }] });

  const waited: number[] = [];
  const faults = createFaults(async (ms) => waited.push(ms));
  faults.plan({ service: 'dynamodb', delayMs: 5000, times: 1 });
  const call = { service: 'dynamodb', operation: 'GetItem', function: undefined } as const;

  expect([await faults.meet(call), await faults.meet(call)]).toEqual([undefined, undefined]);
  expect(waited).toEqual([5000]);
});

test('while the sweeper is held moved time runs no schedule of every minute, and afterwards it does', async () => {
  const instance = await start();
  const swept = async () => {
    await plan(instance.url, { service: 'lambda', function: await nameOf(instance.url, 'Sweep'), error: 'Unhandled' });
    await instance.advanceTo(instance.now() + 60_000);
    const { faults } = await shown(instance.url);
    await ask(instance.url, undefined, 'DELETE');
    return faults.length === 0;
  };

  await plan(instance.url, { sweeper: 'held' });
  expect(await shown(instance.url)).toMatchObject({ sweeper: 'held' });
  expect(await swept()).toBe(false);

  expect(await shown(instance.url)).toMatchObject({ sweeper: 'running' });
  expect(await swept()).toBe(true);
});

test('DELETE takes back every fault', async () => {
  const instance = await start();
  await plan(instance.url, { service: 'dynamodb', error: 'InternalServerError', times: 9 });
  await plan(instance.url, { sweeper: 'held' });

  const cleared = await ask(instance.url, undefined, 'DELETE');

  expect(await cleared.json()).toEqual({ faults: [], sweeper: 'running', revokedKeys: [] });
  await expect(clients(instance).dynamodb.send(new ListTablesCommand({}))).resolves.toBeDefined();
});

test('a mailbox that bounces and a clock that is wrong are listed until they are put right', async () => {
  const instance = await start();
  const sweep = await nameOf(instance.url, 'Sweep');
  await plan(instance.url, { mailbox: 'to@example.org', mail: 'bounced' });
  await plan(instance.url, { function: sweep, clock: 'behind', by: 'PT2H' });
  expect(await shown(instance.url)).toMatchObject({ bouncedMailboxes: ['to@example.org'], wrongClocks: [sweep] });

  await plan(instance.url, { mailbox: 'to@example.org', mail: 'delivered' });
  await plan(instance.url, { function: sweep, clock: 'right' });

  expect(await shown(instance.url)).toEqual({ faults: [], sweeper: 'running', revokedKeys: [] });
});

test('DELETE puts right every clock and mailbox', async () => {
  const instance = await start();
  await plan(instance.url, { mailbox: 'to@example.org', mail: 'bounced' });
  await plan(instance.url, { function: await nameOf(instance.url, 'Sweep'), clock: 'ahead', by: 'P1D' });

  const cleared = await ask(instance.url, undefined, 'DELETE');

  expect(await cleared.json()).toEqual({ faults: [], sweeper: 'running', revokedKeys: [] });
});

describe('a malformed request changes nothing and is told what is right', () => {
  test.each<[what: string, asked: object | string, told: string]>([
    ['no JSON', '{', '"service"'],
    ['a service that is not here', { service: 'sqs', error: 'A' }, '"service"'],
    ['an operation of another service', { service: 's3', operation: 'SendEmail', error: 'A' }, 'PutObject'],
    ['a function that is not here', { service: 's3', function: 'Nobody', error: 'A' }, 'Sweep'],
    ['an error and a delay', { service: 's3', error: 'A', delay: 'PT1S' }, '"service"'],
    ['neither', { service: 's3' }, '"service"'],
    ['an error with markup', { service: 's3', error: '<b>' }, '"service"'],
    ['a delay in words', { service: 's3', delay: 'long' }, 'PT5S'],
    ['a delay of a day', { service: 's3', delay: 'P1D' }, 'PT1M'],
    ['no times', { service: 's3', error: 'A', times: 0 }, '"times"'],
    ['half a time', { service: 's3', error: 'A', times: 0.5 }, '"times"'],
    ['a key that is not here', { key: 'Nothing', use: 'revoked' }, 'Nothing'],
    ['a clock that is off by months', { function: 'Sweep', clock: 'ahead', by: 'P1M' }, 'Sweep'],
    ['an execution that does not run', { execution: 'none-intake-1', state: 'stopped' }, 'none-intake-1'],
    ['an object that is not there', { bucket: 'None', object: 'a', state: 'deleted' }, 'None'],
    ['an item that is not there', { item: { pk: 'a', sk: 'b' }, set: { c: 'd' } }, '"pk":"a"'],
    ['a field too many', { sweeper: 'held', until: 'tomorrow' }, '"sweeper"'],
  ])('%s', async (_what, asked, told) => {
    const { url } = await start();

    const answer = await ask(url, asked);

    expect(answer.status).toBe(400);
    expect(Object(await answer.json()).message).toContain(told);
    expect(await shown(url)).toEqual({ faults: [], sweeper: 'running', revokedKeys: [] });
  });

  test('from a page of another site it is refused', async () => {
    const { url } = await start();
    const headers = { origin: 'https://example.org' };

    expect((await fetch(`${url}/local/faults`, { method: 'POST', headers, body: '{"sweeper":"held"}' })).status).toBe(
      403,
    );
    expect(await shown(url)).toMatchObject({ sweeper: 'running' });
  });

  test('by another method it is refused', async () => {
    const { url } = await start();

    expect((await ask(url, { sweeper: 'held' }, 'PUT')).status).toBe(405);
    expect(await shown(url)).toMatchObject({ sweeper: 'running' });
  });
});
