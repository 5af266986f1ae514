import { DatabaseSync } from 'node:sqlite';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import { createClaimKey } from '#adapters/secrets/claim-key.ts';
import { Transient } from '#domain/problems/errors.ts';
import { createSecrets } from '#local/secrets/create-secrets.ts';
import { clientOf, jsonError, servingAws } from './serving.ts';

const secretArn = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:claim-key';

function claimKeyAt(endpoint: string) {
  return createClaimKey({ secretArn, client: new SecretsManagerClient({ ...clientOf(endpoint), maxAttempts: 1 }) });
}

it('gives the generated key, asking for it once', async () => {
  const secrets = createSecrets({ database: new DatabaseSync(':memory:'), now: Date.now });
  secrets.ensure(secretArn, { GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true } });
  let asked = 0;
  const endpoint = await servingAws((target, body) => {
    asked += 1;
    return secrets.handle(target, body);
  });
  const claimKey = claimKeyAt(endpoint);
  const key = await claimKey();
  expect(key).toMatch(/^[A-Za-z0-9]{64}$/);
  expect(await claimKey()).toBe(key);
  expect(asked).toBe(1);
});

it('asks again after a failure: one bad moment does not spoil the container', async () => {
  const answers = [
    jsonError(500, 'InternalServiceError'),
    { status: 200, body: JSON.stringify({ SecretString: 'k' }) },
  ];
  const claimKey = claimKeyAt(await servingAws(() => answers.shift() ?? jsonError(400, 'Unexpected')));
  await expect(claimKey()).rejects.toThrow(Transient);
  expect(await claimKey()).toBe('k');
});

it('says so when the secret is empty: an empty key would let anyone test a guess', async () => {
  const claimKey = claimKeyAt(await servingAws(() => ({ status: 200, body: JSON.stringify({ SecretString: '' }) })));
  await expect(claimKey()).rejects.toThrow('The secret of the claim key is empty');
});
