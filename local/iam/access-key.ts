import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type AccessKey = { accessKeyId: string; secretAccessKey: string };

/**
 * The access key of the principal of this name, the same in every run, so that an upload address outlives a restart. It
 * signs requests to the embedded services only and opens nothing anywhere else.
 */
export function accessKeyOf(name: string): AccessKey {
  const digest = (purpose: string) => createHash('sha256').update(`${purpose} of ${name}`).digest('hex');
  return {
    accessKeyId: `LOCAL${digest('access key').slice(0, 15).toUpperCase()}`,
    secretAccessKey: digest('secret').slice(0, 40),
  };
}

/** The embedded run itself, which reads its own table without anyone's leave. */
export const RUN_KEY = accessKeyOf('the embedded run');

/** The access key of an `Authorization` header as SigV4 writes it; undefined where there is none. */
export function signingKey({ headers }: IncomingMessage): string | undefined {
  return /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\//.exec(headers.authorization ?? '')?.[1];
}
