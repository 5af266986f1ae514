import type { IncomingMessage } from 'node:http';
import type { ObjectFiles, StoredObject } from './object-files.ts';
import { S3Error } from './s3-error.ts';

type Place = { bucket: string; key: string };

/** Puts by `If-None-Match: *` only where no current object is. Of several at the same time one goes on. */
export function onlyIfAbsent(files: Pick<ObjectFiles, 'find'>) {
  const underWay = new Set<string>();
  return async (
    { headers }: IncomingMessage,
    { bucket, key }: Place,
    put: () => Promise<StoredObject>,
  ): Promise<StoredObject> => {
    const condition = headers['if-none-match'];
    if (headers['if-match'] !== undefined || (condition !== undefined && condition !== '*')) {
      throw new S3Error('NotImplemented', 'The local S3 puts under no other condition than If-None-Match: *.');
    }
    if (condition === undefined) return put();
    const place = `${bucket}/${key}`;
    if (underWay.has(place)) throw new S3Error('ConditionalRequestConflict', 'A conflicting operation is under way.');
    underWay.add(place);
    try {
      const current = await files.find(bucket, key);
      if (current && !current.deleteMarker) {
        const message = 'At least one of the pre-conditions you specified did not hold';
        throw new S3Error('PreconditionFailed', message, { Condition: 'If-None-Match' });
      }
      return await put();
    } finally {
      underWay.delete(place);
    }
  };
}
