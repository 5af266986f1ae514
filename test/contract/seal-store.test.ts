import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createMemorySeals } from '#adapters/memory/seals.ts';
import { createSealStore } from '#adapters/s3/seal-store.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Lock } from '#local/s3/lock.ts';
import { BUCKET, startS3, clientOf as withSecret } from '#test/local/s3/local-s3.ts';
import { aSeal, sealStoreContract } from './seal-store.contract.ts';
import { hangingUp } from './serving.ts';

const locks = new Map<string, Lock>([[BUCKET, { mode: 'COMPLIANCE', days: 1 }]]);
const first = { Bucket: BUCKET, Key: 'seals/00000001.json' };

async function onS3() {
  const { client } = await startS3({ locks, mostListed: 2 });
  return { client, seals: createSealStore({ bucket: BUCKET, client }) };
}

describe('seals in memory', () => {
  sealStoreContract(async () => {
    const seals = createMemorySeals();
    return { seals, putOver: async (seal) => seals.putOver(seal) };
  });
});

describe('seals on S3', () => {
  sealStoreContract(async () => {
    const { client, seals } = await onS3();
    const putOver = async (seal: object) => {
      await client.send(new PutObjectCommand({ ...first, Body: JSON.stringify(seal) }));
    };
    return { seals, putOver };
  });

  it('still reads a seal behind a delete marker, puts none there, and tells of the marker', async () => {
    const { client, seals } = await onS3();
    await seals.put(aSeal(1));
    await client.send(new DeleteObjectCommand(first));

    expect(await seals.read(1)).toEqual(aSeal(1));
    expect(await seals.entries()).toEqual([{ n: 1, copies: 2 }]);
  });

  it('an S3 that hangs up can be tried again', async () => {
    const { endpoint } = await hangingUp();
    const seals = createSealStore({ bucket: BUCKET, client: withSecret(endpoint, 'local-secret') });

    await expect(seals.entries()).rejects.toThrow(Transient);
    await expect(seals.put(aSeal(1))).rejects.toThrow(Transient);
  });
});
