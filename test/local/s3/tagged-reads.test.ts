import {
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import { evidenceKey } from '#adapters/s3/evidence-key.ts';
import { createEvidenceStore } from '#adapters/s3/evidence-store.ts';
import { createAccess } from '#local/iam/access.ts';
import { accessKeyOf } from '#local/iam/access-key.ts';
import { statements } from '#local/iam/statement.ts';
import { BUCKET, startS3 } from './local-s3.ts';

const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;
const roleArn = (name: string) => `arn:aws:iam::000000000000:role/${name}`;
const RIGHTS = [
  { Effect: 'Allow', Action: ['s3:*Object*'], Resource: `${BUCKET_ARN}/*` },
  { Effect: 'Allow', Action: 's3:ListBucket', Resource: BUCKET_ARN },
];
const NO_UNSCANNED_READS = {
  Effect: 'Deny',
  Principal: { AWS: roleArn('Opens') },
  Action: ['s3:GetObject', 's3:GetObjectVersion'],
  Resource: `${BUCKET_ARN}/*`,
  Condition: { StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': 'NO_THREATS_FOUND' } },
};

const policies = {
  ofRole: new Map(['Opens', 'Checks'].map((name) => [roleArn(name), statements('Rights', { Statement: RIGHTS })])),
  ofResource: new Map([[BUCKET_ARN, statements('BucketPolicy', { Statement: NO_UNSCANNED_READS })]]),
  keyOf: new Map<string, string>(),
};

/** A bucket that lets Opens read clean files only, and Checks read all of them. */
async function started() {
  const denied: string[] = [];
  const access = createAccess({
    policies,
    players: ['Opens', 'Checks'].map((name) => ({ name, role: roleArn(name) })),
    onRefused: (_name, sentence) => void denied.push(sentence),
  });
  const { endpoint } = await startS3({ access, scanDelaySeconds: 600 });
  const clientOf = (name: string) =>
    new S3Client({ endpoint, region: 'eu-west-2', credentials: accessKeyOf(name), maxAttempts: 1 });
  const checks = clientOf('Checks');
  const put = async (evidenceId: string, verdict?: string) => {
    const at = { Bucket: BUCKET, Key: evidenceKey('caller-1', evidenceId) ?? '' };
    const Tagging = verdict === undefined ? undefined : `GuardDutyMalwareScanStatus=${verdict}`;
    const { VersionId } = await checks.send(new PutObjectCommand({ ...at, Body: '%PDF-1.7', Tagging }));
    return { ...at, VersionId };
  };
  return { opens: clientOf('Opens'), checks, put, denied };
}

const refused = { name: 'AccessDenied', message: expect.stringContaining('BucketPolicy statement 1 denies it') };

describe.each([
  ['not scanned yet', undefined],
  ['infected', 'THREATS_FOUND'],
  ['not one that the scanner could read', 'UNSUPPORTED'],
  ['tagged in other words', 'no_threats_found'],
])('a file that is %s', (_what, verdict) => {
  test('is not read by who opens files for people, in whatever way they ask', async () => {
    const { opens, put } = await started();
    const { VersionId, ...newest } = await put('e1', verdict);
    const exact = { ...newest, VersionId };

    await expect(opens.send(new GetObjectCommand(newest))).rejects.toMatchObject(refused);
    await expect(opens.send(new GetObjectCommand(exact))).rejects.toMatchObject(refused);
    await expect(opens.send(new HeadObjectCommand(newest))).rejects.toMatchObject({
      $metadata: { httpStatusCode: 403 },
    });
    expect((await fetch(await getSignedUrl(opens, new GetObjectCommand(exact)))).status).toBe(403);
  });

  test('is read by who checks it, and its tags by both', async () => {
    const { opens, checks, put } = await started();
    const at = await put('e1', verdict);

    expect(await (await checks.send(new GetObjectCommand(at))).Body?.transformToString()).toBe('%PDF-1.7');
    expect((await opens.send(new GetObjectTaggingCommand(at))).TagSet).toHaveLength(verdict === undefined ? 0 : 1);
  });
});

test('a clean file is read by both, and each version by its own tag', async () => {
  const { opens, put } = await started();
  const clean = await put('e1', 'NO_THREATS_FOUND');
  const { VersionId: _newer, ...newest } = await put('e1');

  expect((await opens.send(new GetObjectCommand(clean))).ContentLength).toBe(8);
  await expect(opens.send(new GetObjectCommand(newest))).rejects.toMatchObject(refused);
});

test('of a file that is not there, the Deny speaks before S3 says that it is missing', async () => {
  const { opens } = await started();

  await expect(opens.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'none' }))).rejects.toMatchObject(refused);
});

test('writing over a file asks for no tag of the one before', async () => {
  const { opens, put } = await started();
  const { Bucket, Key } = await put('e1', 'THREATS_FOUND');

  await expect(opens.send(new PutObjectCommand({ Bucket, Key, Body: 'again' }))).resolves.toHaveProperty('VersionId');
});

describe('the evidence store of who opens files for people', () => {
  test.each([
    ['a clean file is told of whole', 'NO_THREATS_FOUND', { scan: 'CLEAN', bytes: 8 }],
    ['of an infected file nothing but the verdict is known', 'THREATS_FOUND', { scan: 'HARMFUL', bytes: 0 }],
    ['a file that the scanner could not read is not opened', 'FAILED', { scan: 'PENDING', bytes: 0 }],
    ['a file without a verdict is not opened', undefined, { scan: 'PENDING', bytes: 0 }],
  ])('%s', async (_what, verdict, known) => {
    const { opens, put, denied } = await started();
    const { VersionId } = await put('e1', verdict);
    const store = createEvidenceStore({ bucket: BUCKET, client: opens, readsUnscanned: false });

    expect(await store.inspect('caller-1', 'e1')).toMatchObject({ ...known, versionId: VersionId });
    expect(await store.inspect('caller-1', 'e1', VersionId)).toMatchObject({ ...known, versionId: VersionId });
    expect(await store.inspect('caller-1', 'e2')).toBeUndefined();
    expect(denied).toEqual([]);
  });
});
