import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SealFile } from '#domain/ports/packs.ts';
import type { Now } from '#domain/ports/services.ts';
import { limits } from '../aws/limits.ts';
import { readSecret } from '../secrets/read-secret.ts';
import { aesZip } from './aes-zip.ts';

/** The format tries a passphrase in no time, so one that people would make up is none. */
const FEWEST = 20;
const EMPTY = 'The passphrase of the downtime pack is empty. Put one there; see docs/deploying.md.';
const SHORT = `The passphrase of the downtime pack has fewer than ${FEWEST} characters. Put a longer one there.`;

/** Archives that open with the passphrase of a secret. It is read anew each time, because people change it. */
export function createSealFile(settings: {
  readonly secretArn: string;
  readonly now: Now;
  readonly client?: SecretsManagerClient;
}): SealFile {
  const { secretArn, now, client = new SecretsManagerClient(limits(3)) } = settings;
  return async (name, text) => {
    const passphrase = await readSecret(client, secretArn, EMPTY);
    if (passphrase.length < FEWEST) throw new Error(SHORT);
    return aesZip({ name, text, at: now() }, passphrase);
  };
}
