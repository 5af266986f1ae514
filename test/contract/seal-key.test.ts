import { DatabaseSync } from 'node:sqlite';
import { KMSClient } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { createGenerateMac, createVerifyMac } from '#adapters/kms/seal-key.ts';
import { createMemorySealKey } from '#adapters/memory/seals.ts';
import type { GenerateMac, VerifyMac } from '#domain/ports/seals.ts';
import { Transient } from '#domain/problems/errors.ts';
import { createKms } from '#local/kms/create-kms.ts';
import { clientOf, jsonError, KEPT_BACK, servingAws } from './serving.ts';

const keyId = 'arn:aws:kms:eu-west-2:000000000000:key/SealKey';

function keyAt(endpoint: string) {
  const client = new KMSClient({ ...clientOf(endpoint), maxAttempts: 1 });
  return { generateMac: createGenerateMac({ keyId, client }), verifyMac: createVerifyMac({ keyId, client }) };
}

async function onKms() {
  const kms = createKms({ database: new DatabaseSync(':memory:') });
  kms.ensure(keyId, { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' });
  return keyAt(await servingAws(kms.handle));
}

const keys: [where: string, open: () => Promise<{ generateMac: GenerateMac; verifyMac: VerifyMac }>][] = [
  ['memory', async () => createMemorySealKey()],
  ['KMS', onKms],
];

describe.each(keys)('a key of seals in %s', (_where, open) => {
  it('verifies the MAC of this text and of no other, and no other MAC', async () => {
    const { generateMac, verifyMac } = await open();
    const mac = await generateMac('heads');

    expect(await verifyMac('heads', mac)).toBe(true);
    expect(await verifyMac('other heads', mac)).toBe(false);
    expect(await verifyMac('heads', await generateMac('other heads'))).toBe(false);
    expect(await verifyMac('heads', '')).toBe(false);
    expect(await verifyMac('heads', 'not base64 at all!')).toBe(false);
  });
});

describe('KMS', () => {
  it.each(['ThrottlingException', 'KMSInternalException', 'DependencyTimeoutException', 'KeyUnavailableException'])(
    'answers %s: it can be tried again',
    async (code) => {
      const { generateMac } = keyAt(
        await servingAws(() => jsonError(code === 'ThrottlingException' ? 400 : 500, code)),
      );

      await expect(generateMac('heads')).rejects.toThrow(Transient);
    },
  );

  it.each(['AccessDeniedException', 'DisabledException', 'KMSInvalidStateException'])(
    'answers %s: the error says no more than that, and a MAC is not called wrong',
    async (code) => {
      const { generateMac, verifyMac } = keyAt(await servingAws(() => jsonError(400, code)));

      await expect(generateMac('heads')).rejects.toThrow(`KMS refused the request (${code})`);
      await expect(verifyMac('heads', 'bWFj')).rejects.toThrow(`KMS refused the request (${code})`);
      await expect(generateMac('heads')).rejects.not.toThrow(KEPT_BACK);
    },
  );
});
