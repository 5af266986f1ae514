import { createCipheriv, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { dosTime } from './dos-time.ts';

/** One file of an archive. `at`: when it was written, an instant. */
export interface ZippedFile {
  readonly name: string;
  readonly text: string;
  readonly at: string;
}

/** Of AES-256 as WinZip wrote it down: the bytes of salt, of each key, and of what says that a passphrase is wrong. */
const [SALT, KEY, VERIFIER, MAC] = [16, 32, 2, 10];
const ROUNDS = 1000;
const BLOCK = 16;
/** A zip reader that knows AES; names in UTF-8, and encrypted; the method that stands for AES. */
const [VERSION, FLAGS, AES] = [51, 0x0801, 99];
/** AE-2, which leaves out the check sum of the text; 256 bits; what is encrypted was deflated. */
const EXTRA = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);

const derive = promisify(pbkdf2);
const deflate = promisify(deflateRaw);

/**
 * A zip archive of one file, encrypted by AES-256 (AE-2) and authenticated, which 7-Zip, WinZip and others open with the passphrase.
 * The name of the file is not encrypted. Source: WinZip, AES encryption information, 2009.
 */
export async function aesZip({ name, text, at }: ZippedFile, passphrase: string): Promise<Uint8Array> {
  const content = Buffer.from(text, 'utf8');
  const salt = randomBytes(SALT);
  const keys = await derive(passphrase, salt, ROUNDS, 2 * KEY + VERIFIER, 'sha1');
  const encrypted = counted(keys.subarray(0, KEY), await deflate(content));
  const mac = createHmac('sha1', keys.subarray(KEY, 2 * KEY))
    .update(encrypted)
    .digest()
    .subarray(0, MAC);
  const body = Buffer.concat([salt, keys.subarray(2 * KEY), encrypted, mac]);
  const file = Buffer.from(name, 'utf8');
  const said = header(at, { packed: body.length, size: content.length, name: file.length });
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), said, file, EXTRA, body]);
  const made = Buffer.from([VERSION, 0]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), made, said, Buffer.alloc(14), file, EXTRA]);
  return Buffer.concat([local, central, end(local.length, central.length)]);
}

/** Encrypts by a counter that begins at 1 and has its lowest byte first, which no cipher of Node does by itself. */
function counted(key: Uint8Array, plain: Uint8Array): Buffer {
  const counters = Buffer.alloc(Math.ceil(plain.length / BLOCK) * BLOCK);
  for (let block = 0; block * BLOCK < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * BLOCK);
  const stream = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false).update(counters);
  return Buffer.from(plain.map((byte, n) => byte ^ (stream[n] ?? 0)));
}

/** What the file's own header and its line in the directory both say. */
function header(at: string, { packed, size, name }: { packed: number; size: number; name: number }): Buffer {
  const said = Buffer.alloc(26);
  const { date, time } = dosTime(at);
  said.writeUInt16LE(VERSION, 0);
  said.writeUInt16LE(FLAGS, 2);
  said.writeUInt16LE(AES, 4);
  said.writeUInt16LE(time, 6);
  said.writeUInt16LE(date, 8);
  said.writeUInt32LE(packed, 14);
  said.writeUInt32LE(size, 18);
  said.writeUInt16LE(name, 22);
  said.writeUInt16LE(EXTRA.length, 24);
  return said;
}

function end(directoryAt: number, directoryBytes: number): Buffer {
  const said = Buffer.alloc(22);
  said.write('PK\x05\x06', 0, 'latin1');
  said.writeUInt16LE(1, 8);
  said.writeUInt16LE(1, 10);
  said.writeUInt32LE(directoryBytes, 12);
  said.writeUInt32LE(directoryAt, 16);
  return said;
}
