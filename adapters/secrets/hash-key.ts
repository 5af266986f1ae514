import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { limits } from '../aws/limits.ts';
import { readSecret } from './read-secret.ts';

export interface HashKeySettings {
  readonly secretArn: string;
  readonly client?: SecretsManagerClient;
}

/** A key under which something is hashed, read once per container: it is never rotated. `called` names it in an error. */
export function createHashKey(
  { secretArn, client = new SecretsManagerClient(limits(3)) }: HashKeySettings,
  called: string,
) {
  const ifEmpty = `The secret of the ${called} is empty. Put the generated value back; see its versions.`;
  let key: string | undefined;
  return async (): Promise<string> => {
    key ??= await readSecret(client, secretArn, ifEmpty);
    return key;
  };
}
