import { GetObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import PostalMime from 'postal-mime';
import type { CanaryMail, CanaryMailbox } from '#domain/ports/canary.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';

/** Where the mail service puts emails to the canary. */
export const CANARY_MAIL = 'mail/canary/';

/** More than the canary is sent in the days for which the bucket keeps its emails. */
const MOST = 200;

/** The mailbox of the canary in the bucket of evidence, under a folder of its own. */
export function createCanaryMailbox(settings: { bucket: string; client?: S3Client }): CanaryMailbox {
  const { bucket: Bucket, client = s3Client() } = settings;
  return async () => {
    const list = new ListObjectVersionsCommand({ Bucket, Prefix: CANARY_MAIL, MaxKeys: MOST });
    const { Versions = [] } = await ask('S3', () => client.send(list));
    const mails = await Promise.all(
      Versions.filter(({ IsLatest }) => IsLatest).map(async ({ Key = '', LastModified }): Promise<CanaryMail> => {
        const { Body } = await ask('S3', () => client.send(new GetObjectCommand({ Bucket, Key })));
        const { text = '' } = await PostalMime.parse((await Body?.transformToByteArray()) ?? new Uint8Array());
        return { receivedAt: (LastModified ?? new Date(0)).toISOString(), text };
      }),
    );
    return mails.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1));
  };
}

function s3Client(): S3Client {
  return new S3Client({ ...limits(3), responseChecksumValidation: 'WHEN_REQUIRED' });
}
