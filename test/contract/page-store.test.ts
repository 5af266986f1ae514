import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createPageStore } from '#adapters/s3/page-store.ts';
import { Transient } from '#domain/problems/errors.ts';
import { sha256 } from '#domain/values/hash.ts';
import { BUCKET, startS3, clientOf as withSecret } from '#test/local/s3/local-s3.ts';
import { hangingUp } from './serving.ts';

const html = `<p>Zoë's record</p>${'x'.repeat(100_000)}`;
const name = { reference: '23456789CDF', taskId: '23456789CDF-T1', person: 'sam', hash: sha256(html) };
const Key = `pages/23456789CDF/23456789CDF-T1/sam/${name.hash}`;

async function onS3() {
  const { client } = await startS3({});
  return { client, pages: createPageStore({ bucket: BUCKET, client }) };
}

describe('pages on S3', () => {
  it('come back as they were decided on, and again (twice), and lie there compressed', async () => {
    const { client, pages } = await onS3();
    for (const _time of [1, 2]) {
      await pages.keepShown(name, html);
      expect(await pages.keepDecided(name)).toBe(true);
    }
    expect(await pages.read(name)).toBe(html);
    const { ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect(ContentLength).toBeLessThan(2_000);
  });

  it('are none while no one has decided on them', async () => {
    const { pages } = await onS3();
    await pages.keepShown(name, html);
    expect(await pages.read(name)).toBeUndefined();
  });

  it('cannot be decided on where they were never shown, or not to this person', async () => {
    const { pages } = await onS3();
    expect(await pages.keepDecided(name)).toBe(false);
    await pages.keepShown(name, html);
    expect(await pages.keepDecided({ ...name, person: 'alex' })).toBe(false);
  });

  it('that were decided on before need not be shown again', async () => {
    const { client, pages } = await onS3();
    await pages.keepShown(name, html);
    await pages.keepDecided(name);
    await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: Key.replace('pages/', 'shown/') }));
    expect(await pages.keepDecided(name)).toBe(true);
  });

  it('are none under another name', async () => {
    const { pages } = await onS3();
    await pages.keepShown(name, html);
    await pages.keepDecided(name);
    expect(await pages.read({ ...name, person: 'alex' })).toBeUndefined();
  });

  it('are none where the bytes are not those that the hash says (corrupt)', async () => {
    const { pages } = await onS3();
    const other = { ...name, hash: 'f'.repeat(64) };
    await pages.keepShown(other, html);
    expect(await pages.keepDecided(other)).toBe(false);
    expect(await pages.read(other)).toBeUndefined();
  });

  it('can be tried again where S3 hangs up', async () => {
    const { endpoint } = await hangingUp();
    const pages = createPageStore({ bucket: BUCKET, client: withSecret(endpoint, 'local-secret') });
    await expect(pages.keepShown(name, html)).rejects.toThrow(Transient);
    await expect(pages.keepDecided(name)).rejects.toThrow(Transient);
    await expect(pages.read(name)).rejects.toThrow(Transient);
  });
});
