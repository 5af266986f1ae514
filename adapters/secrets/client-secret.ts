import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { limits } from '../aws/limits.ts';
import { readSecret } from './read-secret.ts';

const EMPTY =
  'The secret for the OpenID provider is empty. Put the value of the provider there; see docs/deploying.md.';

/** The secret by which the OpenID provider knows this service, read anew each time: operators replace it. */
export function createClientSecret(settings: { secretArn: string; client?: SecretsManagerClient }) {
  const { secretArn, client = new SecretsManagerClient(limits(3)) } = settings;
  return (): Promise<string> => readSecret(client, secretArn, EMPTY);
}
