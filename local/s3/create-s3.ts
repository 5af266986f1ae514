import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { HeldSyncs } from '../held-syncs.ts';
import type { Access } from '../iam/access.ts';
import { askedOf, denyMissing, permit, signer } from './access.ts';
import type { Call } from './call.ts';
import { listVersions } from './list-versions.ts';
import type { Lock } from './lock.ts';
import { createObjectFiles, type StoredObject, type Tag } from './object-files.ts';
import { objectOperations } from './object-operations.ts';
import { readFormUpload } from './post-form.ts';
import { type NewObject, putDeleteMarker, putObject, tagsOf } from './put-object.ts';
import { sendError, sendPosted } from './reply.ts';
import { S3Error } from './s3-error.ts';

export type S3Options = {
  folder: string;
  now: () => number;
  buckets: string[];
  /** How long each new version of a bucket is locked, by the name of the bucket. */
  locks?: ReadonlyMap<string, Lock>;
  /** Who signs with which key, and what each may do. */
  access: Access;
  onObject?: (object: StoredObject) => void;
  scanDelaySeconds?: number;
  /** How many versions one page lists. S3's own number by default. */
  mostListed?: number;
};

export type S3 = {
  handler: RequestListener;
  /** Puts an object as another service of AWS would. */
  put(object: Pick<NewObject, 'bucket' | 'key' | 'contentType'>, body: Buffer): Promise<void>;
  /** Deletes the objects with this in their key, as a DELETE does: the versions stay. Gives how many there were. */
  lose(bucket: string, part: string): Promise<number>;
  syncs: HeldSyncs;
};

const LEFT_OUT = ['uploads', 'uploadId', 'acl', 'attributes', 'retention', 'legal-hold', 'torrent'];

/** A versioned S3 of objects up to 26 MB, addressed by path: what it has acknowledged is on disk unless syncs are held, whole. */
export function createS3(options: S3Options): S3 {
  const { now, buckets, access, onObject = () => {}, scanDelaySeconds = 0, mostListed = 1000 } = options;
  const { locks = new Map<string, Lock>() } = options;
  const putting = { files: createObjectFiles(options.folder), now, scanDelaySeconds, locks };
  const operations = objectOperations(putting, onObject);

  const list = (call: Call) => listVersions(putting.files, call, mostListed);

  async function post({ request, response, bucket }: Call): Promise<void> {
    const upload = await readFormUpload(request, bucket, access, now);
    const object = await putObject(putting, upload.object, upload.body);
    onObject(object);
    sendPosted(response, object, upload.fields);
  }

  async function answer(call: Call): Promise<void> {
    const { request, url, bucket, key } = call;
    const isForm = request.method === 'POST' && key === '';
    const caller = isForm ? undefined : signer(access, request, url, now());
    if (!buckets.includes(bucket)) {
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket });
    }
    if (caller === undefined) return post(call);
    const operation = operationOf(call);
    if (!operation) {
      throw new S3Error('NotImplemented', `The local S3 does not have ${request.method} ${url.pathname}${url.search}`);
    }
    for (const asked of askedOf(call, await tagsAsked(call))) permit(caller, asked);
    await operation(call).catch((reason) => {
      denyMissing(caller, bucket, reason);
      throw reason;
    });
  }

  /** The tags of the object that a call names, by which a policy may refuse it; none where it is not there. */
  async function tagsAsked({ url, bucket, key }: Call): Promise<Tag[]> {
    if (key === '') return [];
    const object = await putting.files.find(bucket, key, url.searchParams.get('versionId'));
    return object && !object.deleteMarker ? tagsOf(object, now()) : [];
  }

  function operationOf({ request: { method }, url, key }: Call) {
    const asks = (name: string) => url.searchParams.has(name);
    if (key === '') return method === 'GET' && asks('versions') ? list : undefined;
    return LEFT_OUT.some(asks) ? undefined : operations.get(`${method}${asks('tagging') ? ' tagging' : ''}`);
  }

  return {
    put: async (object, body) => onObject(await putObject(putting, { ...object, metadata: {}, tags: [] }, body)),
    lose: async (bucket, part) => {
      const all = await putting.files.under(bucket, '');
      const keys = new Set(all.map(({ key }) => key).filter((key) => key.includes(part)));
      for (const key of keys) await putDeleteMarker(putting, bucket, key);
      return keys.size;
    },
    syncs: putting.files.syncs,
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
