import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { EvidenceFile } from '#domain/ports/services.ts';
import { HEAD_BYTES } from '#domain/referral/document/file-bytes.ts';
import { ask } from '../aws/ask.ts';
import type { ObjectVersion } from './object-version.ts';

export type MalwareScan = 'guardduty' | 'none';

const SCAN_TAG = 'GuardDutyMalwareScanStatus';

const missing = { NoSuchKey: undefined, NotFound: undefined, NoSuchVersion: undefined };

/**
 * What is known of one object, its first bytes and its tags asked for at the same time. An upload in between would give
 * the bytes of one version and the tags of another. The tags of the version that was read are then read again.
 */
export async function inspectObject(
  client: S3Client,
  object: ObjectVersion,
  malwareScan: MalwareScan,
): Promise<EvidenceFile | undefined> {
  const [file, tagged] = await Promise.all([
    readHead(client, object),
    malwareScan === 'none' ? undefined : ask('S3', () => scanOf(client, object), missing),
  ]);
  if (!file || malwareScan === 'none') return file && { ...file, scan: 'CLEAN' };
  if (tagged?.versionId === file.versionId) return { ...file, scan: tagged.scan };
  const exact = { ...object, VersionId: file.versionId || undefined };
  const again = await ask('S3', () => scanOf(client, exact), missing);
  return again && { ...file, scan: again.scan };
}

type File = Omit<EvidenceFile, 'scan'>;
type Seen = Omit<File, 'read'>;

async function readHead(client: S3Client, object: ObjectVersion): Promise<File | undefined> {
  // S3 refuses a range of an object without bytes: that it is there and empty is then all there is to know.
  const found = await ask('S3', () => firstBytes(client, object), { ...missing, InvalidRange: 'EMPTY' as const });
  const seen = found === 'EMPTY' ? await ask('S3', () => wholeHead(client, object), missing) : found;
  if (!seen) return undefined;
  const exact = { ...object, VersionId: seen.versionId || undefined };
  return { ...seen, read: (start, end) => ask('S3', () => bytesBetween(client, exact, start, end)) };
}

async function bytesBetween(client: S3Client, object: ObjectVersion, start: number, end: number): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ ...object, Range: `bytes=${start}-${end - 1}` }));
  return (await Body?.transformToByteArray()) ?? new Uint8Array();
}

async function firstBytes(client: S3Client, object: ObjectVersion): Promise<Seen> {
  const {
    Body,
    ContentRange,
    ContentType = '',
    VersionId = object.VersionId ?? '',
  } = await client.send(new GetObjectCommand({ ...object, Range: `bytes=0-${HEAD_BYTES - 1}` }));
  const head = (await Body?.transformToByteArray()) ?? new Uint8Array();
  const total = Number(ContentRange?.split('/')[1]);
  return { bytes: Number.isInteger(total) ? total : head.length, contentType: ContentType, head, versionId: VersionId };
}

/** By then another version may be the newest, with bytes that no one has read: it is what is told of. */
async function wholeHead(client: S3Client, object: ObjectVersion): Promise<Seen> {
  const {
    ContentLength = 0,
    ContentType = '',
    VersionId = object.VersionId ?? '',
  } = await client.send(new HeadObjectCommand(object));
  return ContentLength > 0
    ? firstBytes(client, { ...object, VersionId: VersionId || undefined })
    : { bytes: 0, contentType: ContentType, head: new Uint8Array(), versionId: VersionId };
}

/**
 * As `inspectObject`, for who may read clean files only. The verdict comes first. Of a file that is not clean, S3 would
 * refuse every byte, so nothing but the verdict is known.
 */
export async function inspectScanned(client: S3Client, object: ObjectVersion): Promise<EvidenceFile | undefined> {
  const tagged = await ask('S3', () => scanOf(client, object), missing);
  if (tagged === undefined) return undefined;
  if (tagged.scan !== 'CLEAN') return { ...NOTHING_READ, ...tagged };
  return inspectObject(client, { ...object, VersionId: tagged.versionId || undefined }, 'none');
}

const NOTHING_READ = { bytes: 0, contentType: '', head: new Uint8Array(), read: async () => new Uint8Array() };

/** Only the scanner's own words open or condemn a file; one it could not read stays pending, for a person to see. */
async function scanOf(client: S3Client, object: ObjectVersion): Promise<Pick<EvidenceFile, 'scan' | 'versionId'>> {
  const { TagSet = [], VersionId = object.VersionId ?? '' } = await client.send(new GetObjectTaggingCommand(object));
  const status = TagSet.find(({ Key }) => Key === SCAN_TAG)?.Value;
  const verdict = status === 'THREATS_FOUND' ? 'HARMFUL' : 'PENDING';
  return { scan: status === 'NO_THREATS_FOUND' ? 'CLEAN' : verdict, versionId: VersionId };
}
