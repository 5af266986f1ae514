import type { IncomingMessage } from 'node:http';
import type { Access, Asked, Caller } from '../iam/access.ts';
import { signingKey } from '../iam/access-key.ts';
import { type Context, EXISTING_TAG } from '../iam/condition.ts';
import type { Call } from './call.ts';
import type { Tag } from './object-files.ts';
import { S3Error } from './s3-error.ts';
import { verifyPresigned } from './signature.ts';

/** Who signed a request, in its address or its header; the SDK signs every one, so of a header its key is enough here. */
export function signer(access: Access, request: IncomingMessage, url: URL, now: number): Caller {
  const credential = url.searchParams.get('X-Amz-Credential');
  if (credential === null && !url.searchParams.has('X-Amz-Signature')) {
    const key = signingKey(request);
    if (key === undefined) throw new S3Error('AccessDenied', 'Access Denied');
    return known(access, key);
  }
  const caller = known(access, (credential ?? '').split('/', 1)[0] ?? '');
  verifyPresigned(request, url, caller.secretAccessKey, now);
  return caller;
}

/** The caller with this access key; S3's refusal where no one has it. */
export function known(access: Access, accessKeyId: string): Caller {
  const caller = access.caller(accessKeyId);
  if (caller !== undefined) return caller;
  const message = 'The AWS Access Key Id you provided does not exist in our records.';
  throw new S3Error('InvalidAccessKeyId', message, { AWSAccessKeyId: accessKeyId });
}

/** Throws S3's AccessDenied, naming what was missing, unless the caller may do this. */
export function permit(caller: Caller, asked: Asked): void {
  const sentence = caller.refusal(asked);
  if (sentence !== undefined) throw new S3Error('AccessDenied', sentence);
}

/** Without the right to list, S3 does not tell that an object is missing, or one of its versions: it denies. */
export function denyMissing(caller: Caller, bucket: string, reason: unknown): void {
  const isMissing = reason instanceof S3Error && ['NoSuchKey', 'NoSuchVersion'].includes(reason.code);
  if (isMissing) permit(caller, { action: 's3:ListBucket', resource: bucketArn(bucket) });
}

export const bucketArn = (bucket: string) => `arn:aws:s3:::${bucket}`;

/** What uploading a file asks for: encrypting takes a new data key of the bucket's key. */
export function askedToPut(bucket: string, key: string): Asked {
  return { action: 's3:PutObject', resource: `${bucketArn(bucket)}/${key}`, key: 'kms:GenerateDataKey' };
}

/** What S3 knows of an object that is read: its tags, and nothing where there is no object. */
function tagged(tags: readonly Tag[]): Context {
  return Object.fromEntries(tags.map(({ key, value }) => [`${EXISTING_TAG}${key}`, value]));
}

/**
 * What a request asks for. A version has actions of its own, and only the bytes of a file need its key. `tags`: those of the
 * object that is asked for. S3 looks at them when someone reads, never when someone writes or deletes.
 */
export function askedOf({ request: { method, headers }, url, bucket, key }: Call, tags: readonly Tag[]): Asked[] {
  const query = url.searchParams;
  const prefix = query.get('prefix');
  if (key === '') {
    const context = prefix === null ? {} : { 's3:prefix': prefix };
    return [{ action: 's3:ListBucketVersions', resource: bucketArn(bucket), context }];
  }
  const resource = `${bucketArn(bucket)}/${key}`;
  const version = query.has('versionId') ? 'Version' : '';
  const verb = method === 'PUT' ? 'Put' : method === 'DELETE' ? 'Delete' : 'Get';
  const context = verb === 'Get' ? tagged(tags) : {};
  if (query.has('tagging')) return [{ action: `s3:${verb}Object${version}Tagging`, resource, context }];
  if (verb === 'Put') {
    const tagging = headers['x-amz-tagging'] === undefined ? [] : [{ action: 's3:PutObjectTagging', resource }];
    return [askedToPut(bucket, key), ...tagging];
  }
  const action = `s3:${verb}Object${version}`;
  const isSealed = verb === 'Delete' || (method === 'HEAD' && headers['x-amz-checksum-mode'] === undefined);
  return [{ action, resource, context, ...(isSealed ? {} : { key: 'kms:Decrypt' as const }) }];
}
