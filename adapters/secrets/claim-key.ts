import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ClaimKey } from '#domain/ports/services.ts';
import { limits } from '../aws/limits.ts';
import { readSecret } from './read-secret.ts';

const EMPTY = 'The secret of the claim key is empty. Put the generated value back; see its versions.';

/** The claim key, read once per container: it is never rotated, because no open claim would be found with another. */
export function createClaimKey(settings: { secretArn: string; client?: SecretsManagerClient }): ClaimKey {
  const { secretArn, client = new SecretsManagerClient(limits(3)) } = settings;
  let key: string | undefined;
  return async () => {
    key ??= await readSecret(client, secretArn, EMPTY);
    return key;
  };
}
