import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ask } from '../aws/ask.ts';

/** The present value of a secret. Throws, with what to do, where it is empty. */
export async function readSecret(client: SecretsManagerClient, secretArn: string, ifEmpty: string): Promise<string> {
  const command = new GetSecretValueCommand({ SecretId: secretArn });
  const { SecretString } = await ask('Secrets Manager', () => client.send(command));
  if (!SecretString) throw new Error(ifEmpty);
  return SecretString;
}
