import type { IncomingMessage } from 'node:http';
import type { Call } from './call.ts';
import { refuseLocked, refuseUnchecked } from './lock.ts';
import type { StoredObject } from './object-files.ts';
import { onlyIfAbsent } from './only-if-absent.ts';
import { type Putting, putDeleteMarker, putObject, tagsOf } from './put-object.ts';
import { parseRange } from './range.ts';
import { readBody } from './read-body.ts';
import { sendObject, sendTags } from './reply.ts';
import { S3Error } from './s3-error.ts';
import { parseTagging, parseTaggingHeader } from './tag-xml.ts';
import { readUpload } from './upload-body.ts';

type Operation = (call: Call) => Promise<void>;

/** What the local S3 does with one object, by method and subresource. */
export function objectOperations(
  putting: Putting,
  onObject: (object: StoredObject) => void,
): ReadonlyMap<string, Operation> {
  const { files, now, locks } = putting;
  const ifAbsent = onlyIfAbsent(files);

  async function existing({ url, bucket, key }: Call): Promise<StoredObject> {
    const versionId = url.searchParams.get('versionId');
    const object = await files.find(bucket, key, versionId);
    if (object && !object.deleteMarker) return object;
    if (versionId && !object) throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
    throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: key });
  }

  async function get(call: Call): Promise<void> {
    const object = await existing(call);
    const { method, headers } = call.request;
    const span = headers.range === undefined ? undefined : parseRange(headers.range, object.size);
    // A HEAD is answered with the headers alone, and of a large file only what was asked for is read.
    sendObject(call, object, span, method === 'HEAD' ? undefined : await files.read(object, span));
  }

  async function put({ request, response, bucket, key }: Call): Promise<void> {
    if (request.headers['x-amz-copy-source']) throw new S3Error('NotImplemented', 'The local S3 does not copy.');
    const contentType = request.headers['content-type'] ?? 'application/octet-stream';
    const tags = parseTaggingHeader(String(request.headers['x-amz-tagging'] ?? ''));
    if (locks.has(bucket)) refuseUnchecked(request);
    const body = await readUpload(request);
    const put = { bucket, key, contentType, metadata: metadataOf(request), tags };
    const object = await ifAbsent(request, put, () => putObject(putting, put, body));
    onObject(object);
    response.writeHead(200, { etag: object.etag, 'x-amz-version-id': object.versionId }).end();
  }

  async function remove({ response, url, bucket, key }: Call): Promise<void> {
    const versionId = url.searchParams.get('versionId');
    if (versionId) {
      const object = await files.find(bucket, key, versionId);
      if (object) refuseLocked(object, now());
      if (object) await files.remove(object);
      response.writeHead(204, { 'x-amz-version-id': versionId }).end();
      return;
    }
    const marker = await putDeleteMarker(putting, bucket, key);
    response.writeHead(204, { 'x-amz-delete-marker': 'true', 'x-amz-version-id': marker.versionId }).end();
  }

  async function getTags(call: Call): Promise<void> {
    const object = await existing(call);
    sendTags(call, object, tagsOf(object, now()));
  }

  async function putTags(call: Call): Promise<void> {
    const tags = parseTagging((await readBody(call.request)).toString('utf8'));
    const object = await existing(call);
    await files.writeDescription({ ...object, tags });
    call.response.writeHead(200, { 'x-amz-version-id': object.versionId }).end();
  }

  return new Map([
    ['GET', get],
    ['HEAD', get],
    ['PUT', put],
    ['DELETE', remove],
    ['GET tagging', getTags],
    ['PUT tagging', putTags],
  ]);
}

function metadataOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice('x-amz-meta-'.length), String(value)]));
}
