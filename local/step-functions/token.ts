import { randomBytes } from 'node:crypto';

/**
 * A task token of 64 characters that no one can guess. It begins with the instant `at` (ms). Tokens of one time are
 * then neighbours in the store, and giving one out touches the same page as the one before.
 */
export function newToken(at: number): string {
  const instant = Buffer.alloc(6);
  instant.writeUIntBE(at, 0, 6);
  return Buffer.concat([instant, randomBytes(42)]).toString('base64url');
}
