import type { BusEvent } from '../events/bus.ts';
import type { StoredObject } from './object-files.ts';

/** What S3 puts on the event bus for an object: names and sizes, nothing of what is in it. */
export function objectCreated({ bucket, key, size, etag, versionId }: StoredObject): BusEvent {
  const object = { key, size, etag: etag.replaceAll('"', ''), 'version-id': versionId };
  return {
    source: 'aws.s3',
    'detail-type': 'Object Created',
    detail: { version: '0', bucket: { name: bucket }, object },
  };
}
