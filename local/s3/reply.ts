import type { ServerResponse } from 'node:http';
import type { Call } from './call.ts';
import type { StoredObject, Tag } from './object-files.ts';
import type { FormUpload } from './post-form.ts';
import type { Span } from './range.ts';
import { escapeXml, S3Error } from './s3-error.ts';

export const XML = { 'content-type': 'application/xml' };
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An object, or one span of it; without its content, as a HEAD is answered. */
export function sendObject({ response, url }: Call, object: StoredObject, span: Span | undefined, content?: Buffer) {
  const disposition = url.searchParams.get('response-content-disposition');
  response.writeHead(span ? 206 : 200, {
    'content-type': url.searchParams.get('response-content-type') ?? object.contentType,
    'content-length': span ? span.last - span.first + 1 : object.size,
    'accept-ranges': 'bytes',
    etag: object.etag,
    'last-modified': new Date(object.lastModified).toUTCString(),
    'x-amz-version-id': object.versionId,
    ...(object.lock && {
      'x-amz-object-lock-mode': object.lock.mode,
      'x-amz-object-lock-retain-until-date': object.lock.until,
    }),
    ...(disposition ? { 'content-disposition': disposition } : {}),
    ...(span ? { 'content-range': `bytes ${span.first}-${span.last}/${object.size}` } : {}),
    ...Object.fromEntries(Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  });
  response.end(content);
}

export function sendTags({ response }: Call, object: StoredObject, tags: Tag[]) {
  const set = tags.map(({ key, value }) => `<Tag><Key>${escapeXml(key)}</Key><Value>${escapeXml(value)}</Value></Tag>`);
  response.writeHead(200, { ...XML, 'x-amz-version-id': object.versionId });
  response.end(`${DECLARATION}<Tagging><TagSet>${set.join('')}</TagSet></Tagging>`);
}

export function sendPosted(response: ServerResponse, object: StoredObject, fields: FormUpload['fields']) {
  const headers = { etag: object.etag, 'x-amz-version-id': object.versionId };
  const redirect = fields.get('success_action_redirect');
  if (redirect && URL.canParse(redirect)) {
    const location = new URL(redirect);
    location.searchParams.set('bucket', object.bucket);
    location.searchParams.set('key', object.key);
    location.searchParams.set('etag', object.etag);
    response.writeHead(303, { ...headers, location: location.href }).end();
    return;
  }
  const wanted = fields.get('success_action_status');
  if (wanted !== '201') {
    response.writeHead(wanted === '200' ? 200 : 204, headers).end();
    return;
  }
  const location = `/${object.bucket}/${encodeURIComponent(object.key)}`;
  const parts = { Location: location, Bucket: object.bucket, Key: object.key, ETag: object.etag };
  const inner = Object.entries(parts).map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`);
  response.writeHead(201, { ...headers, ...XML, location });
  response.end(`${DECLARATION}<PostResponse>${inner.join('')}</PostResponse>`);
}

export function sendError(response: ServerResponse, reason: unknown) {
  const error = reason instanceof S3Error ? reason : unexpected(reason);
  response.writeHead(error.status, XML).end(error.toXml());
}

function unexpected(reason: unknown): S3Error {
  if (reason instanceof URIError) return new S3Error('InvalidArgument', 'The path is not well formed.');
  // Who runs the service must hear of it: a caller learns only that something went wrong.
  process.stderr.write(`S3: ${String(reason)}\n`);
  return new S3Error('InternalError', String(reason));
}
