import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// The log format of LevelDB: blocks of 32 KB holding records of checksum (4 bytes), length (2), type (1), data.
const BLOCK = 32_768;
const HEADER = 7;
const LAST_TYPE = 4;

/**
 * Fails when a record in LevelDB's write-ahead log does not match its checksum. LevelDB itself drops such a record and
 * what follows it without a word. A record cut short by the end of the file was never acknowledged and is fine.
 */
export async function checkLogs(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  refuseMissing(names);
  for (const name of names.filter((each) => each.endsWith('.log'))) {
    // A file that cannot be read or has just gone is left to LevelDB, which looks for another instance first.
    const at = firstDamage(await readFile(join(folder, name)).catch(() => Buffer.alloc(0)));
    if (at !== undefined) throw new Error(`${name} does not match its checksum at byte ${at}`);
  }
}

/** LevelDB always has a file CURRENT and a log, from its first opening on. Without one it would begin anew, or older. */
function refuseMissing(names: readonly string[]): void {
  const isCurrent = names.includes('CURRENT');
  if (!isCurrent && names.some((name) => /^MANIFEST-|\.(?:ldb|log)$/.test(name))) throw new Error('CURRENT is missing');
  if (isCurrent && !names.some((name) => name.endsWith('.log'))) throw new Error('its log is missing');
}

function firstDamage(log: Buffer): number | undefined {
  let at = 0;
  while (at + HEADER <= log.length) {
    const leftInBlock = BLOCK - (at % BLOCK);
    const end = at + HEADER + log.readUInt16LE(at + 4);
    const unused = leftInBlock < HEADER || log.readUIntLE(at, 6) + log.readUInt8(at + 6) === 0;
    if (unused) {
      at += leftInBlock;
      continue;
    }
    if (end - at > leftInBlock || log.readUInt8(at + 6) > LAST_TYPE) return at;
    if (end > log.length) return undefined;
    if (masked(crc32c(log.subarray(at + 6, end))) !== log.readUInt32LE(at)) return at;
    at = end;
  }
  return undefined;
}

function masked(checksum: number): number {
  return (((checksum >>> 15) | (checksum << 17)) + 0xa282ead8) >>> 0;
}

// Castagnoli's polynomial; node:zlib has only the other CRC-32.
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(data: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of data) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}
