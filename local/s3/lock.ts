import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { StoredObject } from './object-files.ts';
import { S3Error } from './s3-error.ts';

/** Until when no one may delete a version, counted from when it is stored. */
export type Lock = { mode: 'COMPLIANCE' | 'GOVERNANCE'; days: number };

const DAY_MS = 86_400_000;
const configured = z
  .object({
    Rule: z.object({
      DefaultRetention: z.object({
        Mode: z.enum(['COMPLIANCE', 'GOVERNANCE']),
        Days: z.int().optional(),
        Years: z.int().optional(),
      }),
    }),
  })
  .optional();

type Bucket = { name: string; properties: Record<string, unknown> };

/** The buckets of a template that lock by default what is put into them. */
export function locksOf(buckets: readonly Bucket[]): Map<string, Lock> {
  return new Map(
    buckets.flatMap(({ name, properties }): [string, Lock][] => {
      const retention = configured.parse(properties.ObjectLockConfiguration)?.Rule.DefaultRetention;
      if (retention === undefined) return [];
      const { Mode: mode, Days = 0, Years = 0 } = retention;
      return [[name, { mode, days: Days + 365 * Years }]];
    }),
  );
}

export function lockFrom(lock: Lock | undefined, at: number): Pick<StoredObject, 'lock'> {
  if (lock === undefined) return {};
  return { lock: { mode: lock.mode, until: new Date(at + lock.days * DAY_MS).toISOString() } };
}

/** S3 deletes no locked version. A caller here has no right to bypass governance, so both modes are the same. */
export function refuseLocked({ lock }: StoredObject, now: number): void {
  if (lock === undefined || now >= Date.parse(lock.until)) return;
  throw new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
}

/** S3 locks only what it can check to have arrived whole. */
export function refuseUnchecked({ headers }: IncomingMessage): void {
  const own = Object.keys(headers).find((name) => name.startsWith('x-amz-object-lock-'));
  if (own !== undefined) throw new S3Error('NotImplemented', `The local S3 does not have ${own}.`);
  const isChecked = ['content-md5', 'x-amz-trailer', 'x-amz-checksum-crc32'].some((name) => name in headers);
  if (isChecked) return;
  const message =
    'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters';
  throw new S3Error('InvalidRequest', message);
}
