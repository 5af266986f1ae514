import { S3Client } from '@aws-sdk/client-s3';
import type { FileVersions } from '#domain/ports/reconciler-stores.ts';
import { limits } from '../aws/limits.ts';
import { versionsUnder } from './versions-under.ts';

/** Which versions of uploaded files there are, a thousand an answer. It reads none of them. */
export function createFileVersions(settings: { bucket: string; client?: S3Client }): FileVersions {
  const { bucket, client = new S3Client({ ...limits(3) }) } = settings;
  return {
    all: async () => {
      const versions = await versionsUnder(client, bucket, 'evidence/');
      return new Set(versions.flatMap(({ VersionId, isMarker }) => (isMarker || !VersionId ? [] : [VersionId])));
    },
  };
}
