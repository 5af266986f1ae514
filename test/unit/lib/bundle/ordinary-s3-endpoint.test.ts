import { GetObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { bundled } from './bundled.ts';

const SOURCE = `
  import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
  import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
  import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

  export async function addresses(settings, Bucket, signingDate) {
    const client = new S3Client({ ...settings, credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } });
    const object = { Bucket, Key: 'evidence/a b' };
    const { url } = await createPresignedPost(client, object);
    return [url, await getSignedUrl(client, new GetObjectCommand(object), { signingDate: new Date(signingDate) })];
  }
`;
const AT = '2026-09-24T08:00:00.000Z';

/** What the whole package says. */
async function whole(settings: S3ClientConfig, Bucket: string): Promise<unknown> {
  const client = new S3Client({ ...settings, credentials: { accessKeyId: 'id', secretAccessKey: 'secret' } });
  const object = { Bucket, Key: 'evidence/a b' };
  const { url } = await createPresignedPost(client, object);
  return [url, await getSignedUrl(client, new GetObjectCommand(object), { signingDate: new Date(AT) })];
}

const BUCKET = 'smallsteps-evidencebucket-1a2b3c4d5e6f';

describe('where a bundle reaches a bucket, signed', () => {
  test.each<[string, S3ClientConfig, string]>([
    ['the region of the service', { region: 'eu-west-2' }, BUCKET],
    ['the oldest region', { region: 'us-east-1' }, BUCKET],
    ['a region of another partition', { region: 'cn-north-1' }, BUCKET],
    ['a region of government', { region: 'us-gov-west-1' }, BUCKET],
    ['a region with validated cryptography', { region: 'us-east-2', useFipsEndpoint: true }, BUCKET],
    ['both kinds of address', { region: 'eu-west-1', useDualstackEndpoint: true }, BUCKET],
    ['a path', { region: 'eu-west-2', forcePathStyle: true }, BUCKET],
    ['this machine', { region: 'eu-west-2', endpoint: 'http://127.0.0.1:9000' }, BUCKET],
    [
      'this machine by a path',
      { region: 'eu-west-2', endpoint: 'http://localhost:9000', forcePathStyle: true },
      'evidence',
    ],
    ['this machine by its name', { region: 'eu-west-2', endpoint: 'http://localhost:9000' }, BUCKET],
    ['an address with a path', { region: 'eu-west-2', endpoint: 'http://127.0.0.1:9000/s3' }, BUCKET],
  ])('is where the whole package reaches it: by %s', async (_by, settings, bucket) => {
    const { addresses } = await bundled(SOURCE);
    const ask = z
      .function({ input: [z.unknown(), z.string(), z.string()], output: z.promise(z.unknown()) })
      .parse(addresses);
    expect(await ask(settings, bucket, AT)).toEqual(await whole(settings, bucket));
  });
});
