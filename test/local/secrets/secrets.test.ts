import { once } from 'node:events';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, onTestFinished, test } from 'vitest';
import { createSecrets } from '#local/secrets/create-secrets.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:ClaimKey';
const KEY = { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } };

async function startSecrets(database = new DatabaseSync(':memory:')) {
  const secrets = createSecrets({ database, now: () => Date.parse('2026-09-24T08:00:00.000Z') });
  const server = createServer(async (request, response) => {
    const { status, body } = secrets.handle(String(request.headers['x-amz-target']), await text(request));
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close().closeAllConnections());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SecretsManagerClient({ endpoint, region: 'eu-west-2', credentials, maxAttempts: 1 });
  return { secrets, client, read: (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId })) };
}

test('a generated secret follows its template and is found by ARN and by name', async () => {
  const { secrets, read } = await startSecrets();
  secrets.ensure(ARN, KEY);
  const found = await read(ARN);
  expect(found.SecretString).toMatch(/^[A-Za-z0-9]{64}$/);
  expect(found).toMatchObject({ ARN, Name: 'ClaimKey', CreatedDate: new Date('2026-09-24T08:00:00.000Z') });
  expect((await read('ClaimKey')).SecretString).toBe(found.SecretString);
});

test('a secret is generated once and stays, also when the server starts again', async () => {
  const database = new DatabaseSync(':memory:');
  const first = await startSecrets(database);
  first.secrets.ensure(ARN, KEY);
  const { SecretString } = await first.read(ARN);
  const second = await startSecrets(database);
  second.secrets.ensure(ARN, KEY);
  expect((await second.read(ARN)).SecretString).toBe(SecretString);
});

test('two secrets differ', async () => {
  const { secrets, read } = await startSecrets();
  secrets.ensure('one', KEY);
  secrets.ensure('other', KEY);
  expect((await read('one')).SecretString).not.toBe((await read('other')).SecretString);
});

test('a password is put into the template beside what is there', async () => {
  const { secrets, read } = await startSecrets();
  const template = { SecretStringTemplate: '{"user":"app"}', GenerateStringKey: 'password', ExcludePunctuation: true };
  secrets.ensure('login', { GenerateSecretString: template });
  expect(JSON.parse((await read('login')).SecretString ?? '')).toEqual({
    user: 'app',
    password: expect.stringMatching(/^[A-Za-z0-9]{32}$/),
  });
});

test('an unknown secret and an operation that is left out are refused by their codes', async () => {
  const { client, read } = await startSecrets();
  await expect(read('other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({ name: 'UnknownOperationException' });
});

test('a malformed request is refused', async () => {
  const { secrets } = await startSecrets();
  expect(secrets.handle('secretsmanager.GetSecretValue', '{"SecretId":')).toMatchObject({
    status: 400,
    body: expect.stringContaining('InvalidParameterException'),
  });
});
