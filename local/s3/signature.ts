import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-error.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const MAX_EXPIRES_SECONDS = 604_800;
const SKEW_MS = 15 * 60_000;

/** SigV4 of a text under a credential `key/date/region/s3/aws4_request`; refuses any other scope. */
export function sign(secretAccessKey: string, credential: string, text: string): string {
  const [, date = '', region = '', service, end, ...more] = credential.split('/');
  if (service !== 's3' || end !== 'aws4_request' || more.length > 0) {
    throw new S3Error('AuthorizationQueryParametersError', 'The credential must be key/date/region/s3/aws4_request.');
  }
  const key = [date, region, service, end].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, text).toString('hex');
}

/** Refuses a presigned request that is changed, expired or not yet valid by the simulated clock. */
export function verifyPresigned(request: IncomingMessage, url: URL, secretAccessKey: string, now: number): void {
  const value = (name: string) => url.searchParams.get(name) ?? '';
  const signedAt = parseAmzDate(value('X-Amz-Date'));
  const expires = Number(value('X-Amz-Expires'));
  const wellFormed = value('X-Amz-Algorithm') === ALGORITHM && expires >= 1 && expires <= MAX_EXPIRES_SECONDS;
  if (!wellFormed || Number.isNaN(signedAt)) {
    throw new S3Error('AuthorizationQueryParametersError', 'Error parsing the X-Amz-* query parameters.');
  }
  const scope = value('X-Amz-Credential').split('/').slice(1).join('/');
  const canonical = createHash('sha256').update(canonicalRequest(request, url)).digest('hex');
  const text = [ALGORITHM, value('X-Amz-Date'), scope, canonical].join('\n');
  if (sign(secretAccessKey, value('X-Amz-Credential'), text) !== value('X-Amz-Signature')) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    throw new S3Error('SignatureDoesNotMatch', message);
  }
  if (now > signedAt + expires * 1000) throw new S3Error('AccessDenied', 'Request has expired');
  if (now < signedAt - SKEW_MS) throw new S3Error('AccessDenied', 'Request is not yet valid');
}

function canonicalRequest(request: IncomingMessage, url: URL): string {
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const signedHeaders = url.searchParams.get('X-Amz-SignedHeaders') ?? '';
  const headers = signedHeaders.split(';').map(
    (name) =>
      `${name}:${String(request.headers[name] ?? '')
        .trim()
        .replace(/ +/g, ' ')}\n`,
  );
  const payload = url.searchParams.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD';
  return [request.method, url.pathname, query.join('&'), headers.join(''), signedHeaders, payload].join('\n');
}

function parseAmzDate(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
