import { createHash } from 'node:crypto';
import { type Lock, lockFrom } from './lock.ts';
import type { ObjectFiles, StoredObject, Tag } from './object-files.ts';

// The test string that every virus scanner finds, in two parts so that this file is not found.
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

export type NewObject = {
  bucket: string;
  key: string;
  contentType: string;
  metadata: Record<string, string>;
  tags: Tag[];
};

/** `locks`: how long a new version in which bucket can be deleted by no one. */
export type Putting = {
  files: ObjectFiles;
  now: () => number;
  scanDelaySeconds: number;
  locks: ReadonlyMap<string, Lock>;
};

/** The object is on disk, as the current version of its key, when this resolves. */
export function putObject(putting: Putting, put: NewObject, body: Buffer): Promise<StoredObject> {
  return addVersion(putting, put, body, false);
}

/** The key has no current object when this resolves; its earlier versions stay. */
export function putDeleteMarker(putting: Putting, bucket: string, key: string): Promise<StoredObject> {
  const put = { bucket, key, contentType: '', metadata: {}, tags: [] };
  return addVersion(putting, put, Buffer.alloc(0), true);
}

/** The stored tags, and GuardDuty's once the scan is over; one that was put by hand stands. */
export function tagsOf(object: StoredObject, now: number): Tag[] {
  const key = 'GuardDutyMalwareScanStatus';
  if (now < object.scan.doneAt || object.tags.some((tag) => tag.key === key)) return object.tags;
  return [...object.tags, { key, value: object.scan.result }];
}

async function addVersion(putting: Putting, put: NewObject, body: Buffer, deleteMarker: boolean) {
  const { files, now, scanDelaySeconds, locks } = putting;
  const at = now();
  const object: StoredObject = {
    ...put,
    versionId: files.newVersionId(put.bucket, put.key),
    size: body.length,
    etag: `"${createHash('md5').update(body).digest('hex')}"`,
    lastModified: new Date(at).toISOString(),
    scan: {
      result: body.includes(EICAR) ? 'THREATS_FOUND' : 'NO_THREATS_FOUND',
      doneAt: at + scanDelaySeconds * 1000,
    },
    deleteMarker,
    ...(deleteMarker ? {} : lockFrom(locks.get(put.bucket), at)),
  };
  await files.put(object, body);
  return object;
}
