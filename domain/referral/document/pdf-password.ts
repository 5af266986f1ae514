import { createCipheriv, createHash } from 'node:crypto';
import { type Encryption, encryptionOf } from './pdf-encryption.ts';

/** What stands for a password of no characters (ISO 32000-1, 7.6.3.3, algorithm 2). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/**
 * Whether the user password of an encrypted PDF is the empty one, so that every reader opens it. False also where the
 * encryption is one that no password opens, such as certificates, or cannot be read. Source: ISO 32000-2, 7.6.4.
 */
export function opensWithoutPassword(pdf: string): boolean {
  const encryption = encryptionOf(pdf);
  if (!encryption) return false;
  const { revision, user } = encryption;
  if (revision >= 5) {
    const salt = user.subarray(32, 40);
    const hash = revision === 5 ? digest('sha256', salt) : hardened(salt);
    return hash.equals(user.subarray(0, 32));
  }
  const key = keyOf(encryption);
  if (revision === 2) return rc4(key, PADDING).equals(user.subarray(0, 32));
  const start = rc4(key, digest('md5', PADDING, encryption.id));
  const whole = rounds(19).reduce(
    (bytes, round) =>
      rc4(
        key.map((byte) => byte ^ (round + 1)),
        bytes,
      ),
    start,
  );
  return whole.equals(user.subarray(0, 16));
}

/** The key of the file for the empty password (algorithm 2). */
function keyOf({ revision, owner, permissions, id, keyBytes, hidesMetadata }: Encryption): Buffer {
  const rights = Buffer.alloc(4);
  rights.writeInt32LE(permissions | 0);
  const unhidden = revision >= 4 && !hidesMetadata ? Buffer.alloc(4, 0xff) : Buffer.alloc(0);
  const first = digest('md5', PADDING, owner.subarray(0, 32), rights, id, unhidden);
  const more = revision >= 3 ? rounds(50) : [];
  return more.reduce((key) => digest('md5', key.subarray(0, keyBytes)), first).subarray(0, keyBytes);
}

/** The hash of revision 6 for the empty password (algorithm 2.B). */
function hardened(salt: Buffer): Buffer {
  let key = digest('sha256', salt);
  for (let round = 1; ; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32)).setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(rounds(64).map(() => key)));
    const remainder = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = digest(remainder === 0 ? 'sha256' : remainder === 1 ? 'sha384' : 'sha512', mixed);
    if (round >= 64 && (mixed.at(-1) ?? 0) <= round - 32) return key.subarray(0, 32);
  }
}

function digest(algorithm: string, ...parts: readonly Uint8Array[]): Buffer {
  return createHash(algorithm).update(Buffer.concat(parts)).digest();
}

/** RC4, which the platform's own library no longer offers. It protects nothing here. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number) => {
    [state[i], state[j]] = [state[j] ?? 0, state[i] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) % 256;
      j = (j + (state[i] ?? 0)) % 256;
      swap(i, j);
      return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) % 256] ?? 0);
    }),
  );
}

const rounds = (count: number) => Array.from({ length: count }, (_, i) => i);
