import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Checksum, SourceData } from '@smithy/types';

/** Of AWS's call that has no client here, the part that differs. */
export interface Call {
  /** As in its address and its signature, such as `lambda`. */
  readonly service: string;
  readonly path: string;
}

/** What the person who deploys names; what is undefined the SDK finds. */
export interface Account {
  readonly region: string | undefined;
  readonly profile: string | undefined;
}

/** Asks AWS with the region and the credentials of the person who deploys, and gives the JSON of the answer. */
export type SignedCall = (call: Call) => Promise<unknown>;

/**
 * Signs one GET with what the SDK finds: variables, the profile, single sign-on. Throws with the status where AWS refuses, and
 * never quotes the answer.
 */
export function signedCalls({ region: wanted, profile }: Account): SignedCall {
  const { config } = new DynamoDBClient({ ...(wanted && { region: wanted }), ...(profile && { profile }) });
  return async ({ service, path }) => {
    const region = await config.region();
    const hostname = `${service}.${region}.amazonaws.com`;
    const signer = new SignatureV4({ service, region, credentials: config.credentials, sha256: Sha256 });
    const request = { method: 'GET', protocol: 'https:', hostname, path, headers: { host: hostname } };
    const { headers } = await signer.sign(request);
    const answer = await fetch(`https://${hostname}${path}`, { headers, signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`${service} answered ${answer.status} in ${region}.`);
    return answer.json();
  };
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
