import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Call } from './call.ts';
import { listVersions } from './list-versions.ts';
import { createObjectFiles, type StoredObject } from './object-files.ts';
import { objectOperations } from './object-operations.ts';
import { readFormUpload } from './post-form.ts';
import { putObject } from './put-object.ts';
import { sendError, sendPosted } from './reply.ts';
import { S3Error } from './s3-error.ts';
import { verifyPresigned } from './signature.ts';

export type S3Options = {
  folder: string;
  now: () => number;
  buckets: string[];
  secretAccessKey: string;
  onObject?: (object: StoredObject) => void;
  scanDelaySeconds?: number;
  /** How many versions are listed at once; S3's own number unless told. */
  mostListed?: number;
};

const LEFT_OUT = ['uploads', 'uploadId', 'acl', 'attributes', 'retention', 'legal-hold', 'torrent'];

/** A versioned S3 of objects up to 26 MB, addressed by path: what it has acknowledged is on disk, whole. */
export function createS3(options: S3Options): { handler: RequestListener } {
  const { now, buckets, secretAccessKey, onObject = () => {}, scanDelaySeconds = 0, mostListed = 1000 } = options;
  const putting = { files: createObjectFiles(options.folder), now, scanDelaySeconds };
  const operations = objectOperations(putting, onObject);

  async function post({ request, response, bucket }: Call): Promise<void> {
    const upload = await readFormUpload(request, bucket, secretAccessKey, now);
    const object = await putObject(putting, upload.object, upload.body);
    onObject(object);
    sendPosted(response, object, upload.fields);
  }

  async function answer(call: Call): Promise<void> {
    const { request, url, bucket, key } = call;
    const isForm = request.method === 'POST' && key === '';
    if (!isForm) authorise(request, url, secretAccessKey, now());
    if (!buckets.includes(bucket)) {
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket });
    }
    if (isForm) return post(call);
    if (request.method === 'GET' && key === '' && url.searchParams.has('versions')) {
      return listVersions(putting.files, call, mostListed);
    }
    const operation = operations.get(`${request.method}${url.searchParams.has('tagging') ? ' tagging' : ''}`);
    if (!operation || !key || LEFT_OUT.some((name) => url.searchParams.has(name))) {
      throw new S3Error('NotImplemented', `The local S3 does not have ${request.method} ${url.pathname}${url.search}`);
    }
    return operation(call);
  }

  return {
    handler: (request, response) => {
      response.setHeader('date', new Date(now()).toUTCString());
      parseCall(request, response)
        .then(answer)
        .catch((reason) => {
          if (response.headersSent || response.destroyed) response.destroy();
          else sendError(response, reason);
        });
    },
  };
}

async function parseCall(request: IncomingMessage, response: ServerResponse): Promise<Call> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const [, bucket = '', ...rest] = url.pathname.split('/').map(decodeURIComponent);
  return { request, response, url, bucket, key: rest.join('/') };
}

// The SDK signs every request in its header; on one machine it is enough that it did.
function authorise(request: IncomingMessage, url: URL, secretAccessKey: string, now: number): void {
  if (url.searchParams.has('X-Amz-Signature')) verifyPresigned(request, url, secretAccessKey, now);
  else if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) {
    throw new S3Error('AccessDenied', 'Access Denied');
  }
}
