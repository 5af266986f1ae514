import { DatabaseSync } from 'node:sqlite';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import { createSealFile } from '#adapters/archive/seal-file.ts';
import { createSecrets } from '#local/secrets/create-secrets.ts';
import { openZip } from '#test/kit/open-zip.ts';
import { clientOf, servingAws } from './serving.ts';

const secretArn = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:pack-passphrase';
const now = () => '2026-09-24T17:00:00.000Z';
const sealedAt = (endpoint: string) =>
  createSealFile({ secretArn, now, client: new SecretsManagerClient({ ...clientOf(endpoint), maxAttempts: 1 }) });
const sealedWith = async (SecretString: string) =>
  sealedAt(await servingAws(() => ({ status: 200, body: JSON.stringify({ SecretString }) })));

it('seals a file with the passphrase that AWS made', async () => {
  const secrets = createSecrets({ database: new DatabaseSync(':memory:'), now: Date.now });
  secrets.ensure(secretArn, { GenerateSecretString: { PasswordLength: 24, ExcludePunctuation: true } });
  const archive = await sealedAt(await servingAws(secrets.handle))('pack.html', '<p>Ada</p>');
  expect(openZip(archive, secrets.valueOf(secretArn))).toEqual({ name: 'pack.html', text: '<p>Ada</p>' });
});

it('takes the passphrase that people put there since the last file', async () => {
  const values = ['the first passphrase of all', 'the passphrase that came later'];
  const endpoint = await servingAws(() => ({ status: 200, body: JSON.stringify({ SecretString: values.shift() }) }));
  const sealFile = sealedAt(endpoint);
  await sealFile('pack.html', 'one');
  expect(openZip(await sealFile('pack.html', 'two'), 'the passphrase that came later').text).toBe('two');
});

it.each([
  ['empty', '', 'The passphrase of the downtime pack is empty'],
  ['short (malformed)', 'portage2026', 'fewer than 20 characters'],
])('seals nothing with one that is %s, and says what to do', async (_how, passphrase, why) => {
  const sealFile = await sealedWith(passphrase);
  await expect(sealFile('pack.html', 'one')).rejects.toThrow(why);
});
