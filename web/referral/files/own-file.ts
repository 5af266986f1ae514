import { sha256 } from '#domain/values/hash.ts';
import type { ReferralDeps } from '../deps.ts';

const HALF = 8;

/** The id of a file that is still to come. Half of it is random, half says which session may open it again. */
export function newFileId({ random }: Pick<ReferralDeps, 'random'>, csrf: string): string {
  const half = Buffer.from(random(HALF));
  return Buffer.concat([half, markOf(half, csrf)]).toString('base64url');
}

/** Whether this session gave out the id: no one else opens the file on these pages. */
export function isOwnFile(id: string, csrf: string): boolean {
  const bytes = Buffer.from(id, 'base64url');
  return bytes.subarray(HALF).equals(markOf(bytes.subarray(0, HALF), csrf));
}

function markOf(half: Buffer, csrf: string): Buffer {
  return Buffer.from(sha256(`file ${half.toString('hex')} ${csrf}`), 'hex').subarray(0, HALF);
}
