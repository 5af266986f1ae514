import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ClaimKey } from '#domain/ports/services.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

/** The claim key, read once per container: it is never rotated, because no open claim would be found with another. */
export function createClaimKey(settings: { secretArn: string; client?: SecretsManagerClient }): ClaimKey {
  const { secretArn, client = new SecretsManagerClient(limits(3)) } = settings;
  let key: string | undefined;
  return async () => {
    key ??= await readSecret(client, secretArn);
    return key;
  };
}

async function readSecret(client: SecretsManagerClient, SecretId: string): Promise<string> {
  const { SecretString } = await ask('Secrets Manager', () => client.send(new GetSecretValueCommand({ SecretId })));
  if (!SecretString)
    throw new Error('The secret of the claim key is empty. Put the generated value back; see its versions.');
  return SecretString;
}
