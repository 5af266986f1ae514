import type { IncomingMessage } from 'node:http';
import type { Access } from '../iam/access.ts';
import { askedToPut, known, permit } from './access.ts';
import { enforcePolicy } from './post-policy.ts';
import type { NewObject } from './put-object.ts';
import { readBody } from './read-body.ts';
import { S3Error } from './s3-error.ts';
import { sign } from './signature.ts';

type Form = { fields: Map<string, string>; file: { name: string; body: Buffer } };
export type FormUpload = { object: NewObject; body: Buffer; fields: Map<string, string> };

/** A presigned POST by someone who may upload, as its policy allows: signed, not expired by the simulated clock, every condition met. */
export async function readFormUpload(
  request: IncomingMessage,
  bucket: string,
  access: Access,
  now: () => number,
): Promise<FormUpload> {
  const { fields, file } = await parseForm(request.headers['content-type'] ?? '', await readBody(request));
  const key = fields.get('key')?.replaceAll(`\${filename}`, file.name);
  if (!key) throw new S3Error('InvalidArgument', "Bucket POST must contain a field named 'key'.");
  fields.set('key', key);
  const policy = fields.get('policy');
  if (!policy) throw new S3Error('AccessDenied', 'Access Denied');
  const credential = fields.get('x-amz-credential') ?? '';
  const caller = known(access, credential.split('/', 1)[0] ?? '');
  if (sign(caller.secretAccessKey, credential, policy) !== fields.get('x-amz-signature')) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    throw new S3Error('SignatureDoesNotMatch', message);
  }
  enforcePolicy(policy, { bucket, fields, size: file.body.length }, now());
  permit(caller, askedToPut(bucket, key));
  const contentType = fields.get('content-type') ?? 'binary/octet-stream';
  const metadata = Object.fromEntries(
    [...fields].flatMap(([name, value]) => (name.startsWith('x-amz-meta-') ? [[name.slice(11), value]] : [])),
  );
  return { object: { bucket, key, contentType, metadata, tags: [] }, body: file.body, fields };
}

// S3 reads the fields up to the file and ignores what comes after it.
async function parseForm(contentType: string, body: Buffer): Promise<Form> {
  const fields = new Map<string, string>();
  for (const [name, value] of await readEntries(contentType, body)) {
    if (name.toLowerCase() === 'file') {
      const content = typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
      return { fields, file: { name: typeof value === 'string' ? '' : value.name, body: content } };
    }
    if (typeof value === 'string') fields.set(name.toLowerCase(), value);
  }
  throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.');
}

async function readEntries(contentType: string, body: Buffer) {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return [...form];
  } catch {
    throw new S3Error('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.');
  }
}
