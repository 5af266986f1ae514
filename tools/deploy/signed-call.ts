import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Checksum, SourceData } from '@smithy/types';
import { AwsRefused } from './aws-refused.ts';
import { elements } from './xml.ts';

/** Of AWS's call that has no client here, the part that differs. It is a GET unless something is posted. */
export interface Call {
  /** As in its signature, such as `lambda`. */
  readonly service: string;
  /** As in its address, where that is another word. */
  readonly host?: string;
  readonly path: string;
  readonly post?: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

/** A call of one of AWS's services that answer with XML. */
export function query(service: string, Action: string, version: string, values: Record<string, string>): Call {
  const body = new URLSearchParams({ Action, Version: version, ...values }).toString();
  return { service, path: '/', post: { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body } };
}

/** What the person who deploys names; what is undefined the SDK finds. */
export interface Account {
  readonly region: string | undefined;
  readonly profile: string | undefined;
}

/** Asks AWS with the region and the credentials of the person who deploys, and gives the JSON of the answer, or its XML as a text. */
export type SignedCall = (call: Call) => Promise<unknown>;

/** Finds the region that is deployed to. */
export type FindRegion = () => Promise<string>;

export function regionOf({ region, profile }: Account): FindRegion {
  return () => new DynamoDBClient({ ...(region && { region }), ...(profile && { profile }) }).config.region();
}

/**
 * Signs one call with what the SDK finds: variables, the profile, single sign-on. Throws `AwsRefused` with status and code
 * where AWS refuses, and never quotes more of the answer.
 */
export function signedCalls({ region: wanted, profile }: Account): SignedCall {
  const { config } = new DynamoDBClient({ ...(wanted && { region: wanted }), ...(profile && { profile }) });
  return async ({ service, host = service, path, post }) => {
    const region = await config.region();
    const hostname = `${host}.${region}.amazonaws.com`;
    const signer = new SignatureV4({ service, region, credentials: config.credentials, sha256: Sha256 });
    const method = post === undefined ? 'GET' : 'POST';
    const unsigned = { method, protocol: 'https:', hostname, path, headers: { ...post?.headers, host: hostname } };
    const { headers } = await signer.sign({ ...unsigned, ...(post && { body: post.body }) });
    const signal = AbortSignal.timeout(10_000);
    const answer = await fetch(`https://${hostname}${path}`, {
      method,
      headers,
      signal,
      ...(post && { body: post.body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new AwsRefused(`${service} in ${region}`, answer.status, codeOf(answer, text));
    return text.trimStart().startsWith('<') ? text : JSON.parse(text);
  };
}

/** The word that AWS has for a refusal: in a header, in XML or in JSON, by service. */
function codeOf(answer: Response, text: string): string {
  const inHeader = answer.headers.get('x-amzn-errortype')?.split(':', 1)[0];
  const inJson = /"(?:__type|code)"\s*:\s*"(?:[^"#]*#)?([A-Za-z.]+)"/.exec(text)?.[1];
  return inHeader ?? elements(text, 'Code')[0] ?? inJson ?? '';
}

/** What the signer asks of a hash, by Node. */
export class Sha256 implements Checksum {
  private hash: Hash | Hmac;
  private readonly secret: SourceData | undefined;

  constructor(secret?: SourceData) {
    this.secret = secret;
    this.hash = begun(secret);
  }

  update(data: SourceData): void {
    this.hash.update(bytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = begun(this.secret);
  }
}

function begun(secret: SourceData | undefined): Hash | Hmac {
  return secret === undefined ? createHash('sha256') : createHmac('sha256', bytes(secret));
}

function bytes(data: SourceData): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
