import { GetObjectCommand, GetObjectTaggingCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { EvidenceFile } from '#domain/ports/services.ts';
import { ask } from '../aws/ask.ts';
import type { ObjectVersion } from './object-version.ts';

export type MalwareScan = 'guardduty' | 'none';

const HEAD = 'bytes=0-65535';
const SCAN_TAG = 'GuardDutyMalwareScanStatus';

const missing = { NoSuchKey: undefined, NotFound: undefined, NoSuchVersion: undefined };

/** What is known of one object; the tags are read of the very version whose bytes were. */
export async function inspectObject(
  client: S3Client,
  object: ObjectVersion,
  malwareScan: MalwareScan,
): Promise<EvidenceFile | undefined> {
  const file = await readHead(client, object);
  if (!file || malwareScan === 'none') return file && { ...file, scan: 'CLEAN' };
  const VersionId = file.versionId || undefined;
  const scan = await ask('S3', () => scanOf(client, { ...object, VersionId }), missing);
  return scan && { ...file, scan };
}

type File = Omit<EvidenceFile, 'scan'>;

async function readHead(client: S3Client, object: ObjectVersion): Promise<File | undefined> {
  // S3 refuses a range of an object without bytes: that it is there and empty is then all there is to know.
  const found = await ask('S3', () => firstBytes(client, object), { ...missing, InvalidRange: 'EMPTY' as const });
  return found === 'EMPTY' ? ask('S3', () => emptyFile(client, object), missing) : found;
}

async function firstBytes(client: S3Client, object: ObjectVersion): Promise<File> {
  const {
    Body,
    ContentRange,
    ContentType = '',
    VersionId = object.VersionId ?? '',
  } = await client.send(new GetObjectCommand({ ...object, Range: HEAD }));
  const head = (await Body?.transformToByteArray()) ?? new Uint8Array();
  const total = Number(ContentRange?.split('/')[1]);
  return { bytes: Number.isInteger(total) ? total : head.length, contentType: ContentType, head, versionId: VersionId };
}

async function emptyFile(client: S3Client, object: ObjectVersion): Promise<File> {
  const { ContentType = '', VersionId = object.VersionId ?? '' } = await client.send(new HeadObjectCommand(object));
  return { bytes: 0, contentType: ContentType, head: new Uint8Array(), versionId: VersionId };
}

/** Only the scanner's own words open or condemn a file; one it could not read stays pending, for a person to see. */
async function scanOf(client: S3Client, object: ObjectVersion): Promise<EvidenceFile['scan']> {
  const { TagSet = [] } = await client.send(new GetObjectTaggingCommand(object));
  const status = TagSet.find(({ Key }) => Key === SCAN_TAG)?.Value;
  if (status === 'NO_THREATS_FOUND') return 'CLEAN';
  return status === 'THREATS_FOUND' ? 'HARMFUL' : 'PENDING';
}
