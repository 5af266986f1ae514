import { once } from 'node:events';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, onTestFinished, test } from 'vitest';
import { awsEndpoint } from '#local/aws-endpoint.ts';
import { startDynamoDb } from '#local/dynamodb/start-dynamodb.ts';
import { createAccess } from '#local/iam/access.ts';
import { accessKeyOf } from '#local/iam/access-key.ts';
import { statements } from '#local/iam/statement.ts';
import { createKms } from '#local/kms/create-kms.ts';
import { createS3 } from '#local/s3/create-s3.ts';
import { createSecrets } from '#local/secrets/create-secrets.ts';
import { createSes } from '#local/ses/create-ses.ts';
import { createEngine } from '#local/step-functions/engine.ts';
import { temporaryFolder } from '#test/local/s3/local-s3.ts';

const ROLE = 'arn:aws:iam::000000000000:role/SweepRole';
const SESSION = 'arn:aws:sts::000000000000:assumed-role/SweepRole/Sweep';
const TABLE = 'arn:aws:dynamodb:eu-west-2:000000000000:table/Records';
const SECRET = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:Claim';
const MACHINE = 'arn:aws:states:eu-west-2:000000000000:stateMachine:Road';
const KEY = 'arn:aws:kms:eu-west-2:000000000000:key/Key';
const FILES = 'arn:aws:s3:::files';
const now = Date.now;

type Allowed = [action: string, resource: string, condition?: object];

/** Every service, a function Sweep with exactly these rights, and what its refusals said. */
async function world(...allowed: Allowed[]) {
  const told: string[] = [];
  const revoked = new Set<string>();
  const role = allowed.map(([Action, Resource, Condition = {}]) => ({ Effect: 'Allow', Action, Resource, Condition }));
  const keyPolicy = {
    Effect: 'Allow',
    Action: 'kms:*',
    Resource: '*',
    Principal: { AWS: 'arn:aws:iam::000000000000:root' },
  };
  const access = createAccess({
    policies: {
      ofRole: new Map([[ROLE, statements('Rights', { Statement: role })]]),
      ofResource: new Map([[KEY, statements('Key', { Statement: [keyPolicy] })]]),
      keyOf: new Map([
        [TABLE, KEY],
        [FILES, KEY],
      ]),
    },
    players: [{ name: 'Sweep', role: ROLE }],
    revoked,
    onRefused: (player, sentence) => told.push(`${player}: ${sentence}`),
  });
  const database = new DatabaseSync(':memory:');
  const dynamodb = await startDynamoDb({ folder: undefined, now, access });
  onTestFinished(() => dynamodb.close());
  await dynamodb.ensureTable({
    TableName: 'Records',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
  });
  const secrets = createSecrets({ database, now });
  secrets.ensure(SECRET, { SecretString: 'a secret' });
  const states = createEngine({
    database,
    now,
    invoke: async () => ({ ok: true, payload: null }),
    secondOpinion: () => undefined,
  });
  const definition = JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'End', States: { End: { Type: 'Succeed' } } });
  states.register({ arn: MACHINE, name: 'Road', definition, functionNames: (name) => name });
  const s3 = createS3({ folder: temporaryFolder(), now, buckets: ['files'], access });
  const ses = createSes({ database, now });
  const server = createServer(
    awsEndpoint({ now, access, states, kms: createKms({ database }), secrets, ses, s3 }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = Object(server.address());
  return { told, revoked, ...clients(dynamodb.endpoint, `http://127.0.0.1:${address.port}`) };
}

/** Each client under a key, that of Sweep unless told. */
function clients(dynamodb: string, endpoint: string) {
  const settings = (credentials = accessKeyOf('Sweep')) => ({
    endpoint,
    region: 'eu-west-2',
    credentials,
    maxAttempts: 1,
  });
  return {
    dynamodb: (key?: Key) => new DynamoDBClient({ ...settings(key), endpoint: dynamodb }),
    s3: (key?: Key) => new S3Client(settings(key)),
    ses: (key?: Key) => new SESClient(settings(key)),
    states: (key?: Key) => new SFNClient(settings(key)),
    kms: (key?: Key) => new KMSClient(settings(key)),
    secrets: (key?: Key) => new SecretsManagerClient(settings(key)),
  };
}
type Key = ReturnType<typeof accessKeyOf>;
const NOBODY = accessKeyOf('no function of the stack');

const get = new GetItemCommand({ TableName: 'Records', Key: { pk: { S: 'a' } } });
const query = new QueryCommand({
  TableName: 'Records',
  IndexName: 'work',
  KeyConditionExpression: 'a = :a',
  ExpressionAttributeValues: { ':a': { S: 'a' } },
});
const put = new PutObjectCommand({ Bucket: 'files', Key: 'evidence/a', Body: 'text' });
const read = new GetObjectCommand({ Bucket: 'files', Key: 'evidence/a' });
const generate = (KeyId: string) =>
  new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from('a text') });
const send = (Source: string, ConfigurationSetName?: string) =>
  new SendEmailCommand({
    Source,
    Destination: { ToAddresses: ['to@example.org'] },
    Message: { Subject: { Data: 'A subject' }, Body: { Text: { Data: 'A text' } } },
    ...(ConfigurationSetName === undefined ? {} : { ConfigurationSetName }),
  });

const denied = (action: string, resource: string) =>
  `User: ${SESSION} is not authorized to perform: ${action} on resource: ${resource} because no statement allows ${action} on ${resource}`;

describe('a call without a statement that allows it is denied as its service denies, naming what was missing', () => {
  test('by DynamoDB', async () => {
    const { dynamodb, told } = await world();

    const message = denied('dynamodb:GetItem', TABLE);
    await expect(dynamodb().send(get)).rejects.toMatchObject({ name: 'AccessDeniedException', message });
    expect(told).toEqual([`Sweep: ${message}`]);
  });

  test('by DynamoDB, of an index by its own name', async () => {
    const { dynamodb } = await world(['dynamodb:Query', TABLE]);

    const message = denied('dynamodb:Query', `${TABLE}/index/work`);
    await expect(dynamodb().send(query)).rejects.toMatchObject({ name: 'AccessDeniedException', message });
  });

  test('by Step Functions', async () => {
    const { states } = await world(['states:StartExecution', `${MACHINE}2`]);

    await expect(states().send(new StartExecutionCommand({ stateMachineArn: MACHINE }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: denied('states:StartExecution', MACHINE),
    });
  });

  test('by Secrets Manager', async () => {
    const { secrets } = await world();

    await expect(secrets().send(new GetSecretValueCommand({ SecretId: SECRET }))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: denied('secretsmanager:GetSecretValue', SECRET),
    });
  });

  test('by KMS, which does not leave the key to roles where its own policy does not', async () => {
    const { kms } = await world();
    const other = `${KEY}2`;

    await expect(kms().send(generate(KEY))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: denied('kms:GenerateMac', KEY),
    });
    await expect(kms().send(generate(other))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('the policy of the key allows kms:GenerateMac neither to the role nor'),
    });
  });

  test('by S3', async () => {
    const { s3 } = await world(['s3:GetObject', `${FILES}/*`]);

    await expect(s3().send(put)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: denied('s3:PutObject', `${FILES}/evidence/a`),
    });
  });

  test('by SES, of the identity and of the configuration set', async () => {
    const arn = 'arn:aws:ses:eu-west-2:000000000000';
    const { ses } = await world(['ses:SendEmail', `${arn}:identity/example.org`]);

    await expect(ses().send(send('a@example.com'))).rejects.toMatchObject({
      name: 'AccessDenied',
      message: denied('ses:SendEmail', `${arn}:identity/example.com`),
    });
    await expect(ses().send(send('a@example.org', 'Set'))).rejects.toMatchObject({
      message: denied('ses:SendEmail', `${arn}:configuration-set/Set`),
    });
    await expect(ses().send(send('A name <a@example.org>'))).resolves.toBeDefined();
  });
});

describe('a call by a key that no function has is refused as its service refuses', () => {
  test.each<[service: string, name: string, call: (all: Awaited<ReturnType<typeof world>>) => Promise<unknown>]>([
    ['DynamoDB', 'UnrecognizedClientException', ({ dynamodb }) => dynamodb(NOBODY).send(get)],
    [
      'Step Functions',
      'UnrecognizedClientException',
      ({ states }) => states(NOBODY).send(new StartExecutionCommand({ stateMachineArn: MACHINE })),
    ],
    [
      'Secrets Manager',
      'UnrecognizedClientException',
      ({ secrets }) => secrets(NOBODY).send(new GetSecretValueCommand({ SecretId: SECRET })),
    ],
    ['KMS', 'UnrecognizedClientException', ({ kms }) => kms(NOBODY).send(generate(KEY))],
    ['S3', 'InvalidAccessKeyId', ({ s3 }) => s3(NOBODY).send(put)],
    ['SES', 'InvalidClientTokenId', ({ ses }) => ses(NOBODY).send(send('a@example.org'))],
  ])('%s: %s', async (_service, name, call) => {
    await expect(call(await world(['*', '*']))).rejects.toMatchObject({ name });
  });
});

describe('what someone else does with what a function signed is held to the rights of that function', () => {
  test('an address to read at', async () => {
    const may = await world(['s3:*', `${FILES}/*`], ['kms:*', KEY]);
    await may.s3().send(put);
    expect((await fetch(await getSignedUrl(may.s3(), read))).status).toBe(200);

    const mayNot = await world(['s3:PutObject', `${FILES}/*`]);
    const answer = await fetch(await getSignedUrl(mayNot.s3(), read));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(denied('s3:GetObject', `${FILES}/evidence/a`));

    const unknown = await fetch(await getSignedUrl(mayNot.s3(NOBODY), read));
    expect(await unknown.text()).toContain('<Code>InvalidAccessKeyId</Code>');
  });

  test('a form to upload with', async () => {
    const upload = async (client: S3Client) => {
      const { url, fields } = await createPresignedPost(client, { Bucket: 'files', Key: 'evidence/a' });
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', new Blob(['text']), 'a.txt');
      const answer = await fetch(url, { method: 'POST', body: form });
      return `${answer.status} ${await answer.text()}`;
    };
    const may = await world(['s3:PutObject', `${FILES}/*`], ['kms:GenerateDataKey', KEY]);
    expect(await upload(may.s3())).toBe('204 ');
    expect(await upload(may.s3(NOBODY))).toMatch(/^403 .*<Code>InvalidAccessKeyId<\/Code>/s);

    const mayNot = await world(['s3:GetObject', `${FILES}/*`]);
    expect(await upload(mayNot.s3())).toContain(denied('s3:PutObject', `${FILES}/evidence/a`));
  });
});

describe('the key behind a table or a bucket', () => {
  const through = (service: string) => ({ StringEquals: { 'kms:ViaService': `${service}.eu-west-2.amazonaws.com` } });

  test('is used through DynamoDB in the name of the function', async () => {
    const without = await world(['dynamodb:GetItem', TABLE], ['kms:Decrypt', KEY, through('s3')]);
    const having = await world(['dynamodb:GetItem', TABLE], ['kms:Decrypt', KEY, through('dynamodb')]);

    await expect(without.dynamodb().send(get)).rejects.toThrow(
      `is not authorized to perform: kms:Decrypt on resource: ${KEY} because no statement allows kms:Decrypt on ${KEY}; Rights statement 2 asks for StringEquals kms:ViaService s3.eu-west-2.amazonaws.com (this call has dynamodb.eu-west-2.amazonaws.com)`,
    );
    await expect(having.dynamodb().send(get)).resolves.toBeDefined();
  });

  test('is used through S3: a data key to write, decryption to read', async () => {
    const writing = await world(['s3:*', `${FILES}/*`], ['kms:GenerateDataKey', KEY, through('s3')]);
    await writing.s3().send(put);

    await expect(writing.s3().send(read)).rejects.toThrow('is not authorized to perform: kms:Decrypt');
    const reading = await world(['s3:*', `${FILES}/*`], ['kms:Decrypt', KEY, through('s3')]);
    await expect(reading.s3().send(put)).rejects.toThrow('is not authorized to perform: kms:GenerateDataKey');
  });
});

describe('S3', () => {
  test('tells that a file is missing only to those who may list the bucket', async () => {
    const rights: Allowed[] = [
      ['s3:GetObject', `${FILES}/*`],
      ['kms:*', KEY],
    ];

    await expect((await world(...rights)).s3().send(read)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect((await world(...rights, ['s3:ListBucket', FILES])).s3().send(read)).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
  });

  test('has rights of its own for a version', async () => {
    const { s3 } = await world(['s3:GetObject', `${FILES}/*`]);
    const version = new GetObjectCommand({ Bucket: 'files', Key: 'evidence/a', VersionId: 'v1' });

    await expect(s3().send(version)).rejects.toThrow(denied('s3:GetObjectVersion', `${FILES}/evidence/a`));
  });

  test('lists under the prefix that a statement asks for, and nowhere else', async () => {
    const { s3 } = await world(['s3:ListBucketVersions', FILES, { StringLike: { 's3:prefix': 'evidence/*' } }]);
    const list = (Prefix?: string) => s3().send(new ListObjectVersionsCommand({ Bucket: 'files', Prefix }));

    await expect(list('evidence/a')).resolves.toBeDefined();
    await expect(list('else')).rejects.toThrow('asks for StringLike s3:prefix evidence/* (this call has else)');
    await expect(list()).rejects.toThrow('asks for StringLike s3:prefix evidence/* (this call has none)');
  });
});

test('a token that no machine gave out is refused as a token, whatever the rights', async () => {
  const { states } = await world();

  await expect(states().send(new SendTaskSuccessCommand({ taskToken: 'made up', output: '{}' }))).rejects.toMatchObject(
    {
      name: 'InvalidToken',
    },
  );
});

test('a key whose use is revoked makes its table and its bucket refuse, as their services word it, until it is allowed', async () => {
  const { dynamodb, s3, ses, revoked } = await world(['*', '*']);
  await s3().send(put);
  revoked.add(KEY);

  const reason = `User: ${SESSION} is not authorized to perform: kms:Decrypt on resource: ${KEY} because no resource-based policy allows the kms:Decrypt action`;
  await expect(dynamodb().send(get)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining(
      `KMS key access denied error: com.amazonaws.services.kms.model.AWSKMSException: ${reason}`,
    ),
  });
  await expect(s3().send(read)).rejects.toMatchObject({ name: 'AccessDenied', message: reason });
  await expect(s3().send(put)).rejects.toMatchObject({ name: 'AccessDenied' });
  await expect(ses().send(send('a@example.org'))).resolves.toBeDefined();

  revoked.clear();
  await expect(dynamodb().send(get)).resolves.toBeDefined();
  await expect(s3().send(read)).resolves.toBeDefined();
});
