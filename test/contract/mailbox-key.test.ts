import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it } from 'vitest';
import { createMailboxKey } from '#adapters/secrets/mailbox-key.ts';
import { clientOf, servingAws } from './serving.ts';

const secretArn = 'arn:aws:secretsmanager:eu-west-2:000000000000:secret:mailbox-key';

async function mailboxKeyWith(SecretString: string) {
  const endpoint = await servingAws(() => ({ status: 200, body: JSON.stringify({ SecretString }) }));
  return createMailboxKey({ secretArn, client: new SecretsManagerClient({ ...clientOf(endpoint), maxAttempts: 1 }) });
}

it('gives the key under which mailboxes are hashed', async () => {
  expect(await (await mailboxKeyWith('k'))()).toBe('k');
});

it('says so when the secret is empty: an empty key would let anyone test whose mailbox has referrals', async () => {
  await expect((await mailboxKeyWith(''))()).rejects.toThrow('The secret of the mailbox key is empty');
});
