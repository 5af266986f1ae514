import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EvidenceStore } from '#domain/ports/services.ts';
import { ask } from '../aws/ask.ts';
import { limits } from '../aws/limits.ts';
import { atMost } from './at-most.ts';
import { downloadUrl } from './download-url.ts';
import { evidenceKey } from './evidence-key.ts';
import { forgetObject } from './forget-object.ts';
import { inspectObject, inspectScanned, type MalwareScan } from './inspect-object.ts';
import type { ObjectVersion } from './object-version.ts';
import { uploadForm } from './upload-form.ts';

/** As many files at the same time, each with two requests: fewer than the client has sockets, which are 50. */
const AT_ONCE = 20;

/**
 * Evidence in one S3 bucket. With `malwareScan: 'guardduty'`, the default, a file is pending until the scanner has tagged
 * it; with 'none' every file counts as clean. `readsUnscanned: false` is for who opens files for people: the bucket lets
 * them read clean files only.
 */
export function createEvidenceStore(settings: {
  bucket: string;
  malwareScan?: MalwareScan;
  readsUnscanned?: boolean;
  client?: S3Client;
}): EvidenceStore {
  const { bucket, malwareScan = 'guardduty', readsUnscanned = true, client = s3Client() } = settings;
  const look = (object: ObjectVersion) =>
    readsUnscanned || malwareScan === 'none'
      ? inspectObject(client, object, malwareScan)
      : inspectScanned(client, object);
  const inTurn = atMost(AT_ONCE);
  return {
    uploadForm: async (request) => {
      return uploadForm(client, bucket, keyToFill(request.caller, request.evidenceId), request);
    },
    put: async (caller, evidenceId, contentType, bytes) => {
      // No encryption is named, as in the form: the bucket's own, with the service's key, is then used.
      const object = { Bucket: bucket, Key: keyToFill(caller, evidenceId), ContentType: contentType, Body: bytes };
      await ask('S3', () => client.send(new PutObjectCommand(object)));
    },
    isUploaded: async (caller, evidenceId) => {
      const key = evidenceKey(caller, evidenceId);
      if (!key) return false;
      const head = new HeadObjectCommand({ Bucket: bucket, Key: key });
      const arrived = () => ask('S3', () => client.send(head), { NotFound: undefined, NoSuchKey: undefined });
      return ((await inTurn(arrived))?.ContentLength ?? 0) > 0;
    },
    inspect: async (caller, evidenceId, versionId) => {
      const key = evidenceKey(caller, evidenceId);
      if (!key) return undefined;
      return inTurn(() => look({ Bucket: bucket, Key: key, VersionId: versionId }));
    },
    forget: async (caller, evidenceId) => {
      const key = evidenceKey(caller, evidenceId);
      if (key) await inTurn(() => forgetObject(client, bucket, key));
    },
    downloadUrl: async (caller, file, seconds) => {
      const key = evidenceKey(caller, file.evidenceId);
      if (!key) throw new Error('No evidence has an id like this one: inspect it before it is opened.');
      return downloadUrl(client, { Bucket: bucket, Key: key, VersionId: file.versionId }, file, seconds);
    },
  };
}

function keyToFill(caller: string, evidenceId: string): string {
  const key = evidenceKey(caller, evidenceId);
  if (!key) throw new Error('An evidenceId has letters, digits, - and _ only, at most 128. Make another.');
  return key;
}

function s3Client(): S3Client {
  return new S3Client({ ...limits(3), responseChecksumValidation: 'WHEN_REQUIRED' });
}
