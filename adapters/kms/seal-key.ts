import { GenerateMacCommand, KMSClient, VerifyMacCommand } from '@aws-sdk/client-kms';
import type { GenerateMac, VerifyMac } from '#domain/ports/seals.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

interface Settings {
  readonly keyId: string;
  readonly client?: KMSClient;
}

const MacAlgorithm = 'HMAC_SHA_256';

/** Makes MACs by an HMAC key that never leaves KMS. */
export function createGenerateMac({ keyId, client = new KMSClient(limits(3)) }: Settings): GenerateMac {
  return async (text) => {
    const request = new GenerateMacCommand({ KeyId: keyId, MacAlgorithm, Message: Buffer.from(text) });
    const { Mac } = await ask('KMS', () => client.send(request));
    if (Mac === undefined) throw new Error('KMS answered without a MAC. Look at the key.');
    return Buffer.from(Mac).toString('base64');
  };
}

/** Asks KMS whether it made this MAC: for the command that verifies, never for a function. */
export function createVerifyMac({ keyId, client = new KMSClient(limits(3)) }: Settings): VerifyMac {
  return async (text, mac) => {
    const given = { Message: Buffer.from(text), Mac: Buffer.from(mac, 'base64') };
    // An empty MAC would be refused as malformed.
    if (given.Mac.length === 0) return false;
    const request = new VerifyMacCommand({ KeyId: keyId, MacAlgorithm, ...given });
    const answer = await ask('KMS', () => client.send(request), { KMSInvalidMacException: undefined });
    return answer?.MacValid === true;
  };
}
