import { inflateRawSync } from 'node:zlib';
import { bytesOf, type FileBytes, tailOf } from './file-bytes.ts';

/** One entry of a zip, as its list of contents has it. Nothing is unpacked to learn it. */
export interface ZipEntry {
  readonly name: string;
  readonly isLocked: boolean;
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** A list of contents longer than this is no document of a referral: 1 MB. */
const LONGEST_LIST = 1_048_576;
/** The most that one entry may have when it is unpacked: 256 KB. */
const MOST_UNPACKED = 262_144;

/** The list of contents, which stands at the end of a zip; undefined when there is none, as in a file that was cut off. */
export async function zipEntries(file: FileBytes): Promise<ZipEntry[] | undefined> {
  const tail = viewOf(await tailOf(file));
  for (let at = tail.byteLength - END_BYTES; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== END) continue;
    const [length, start] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
    if (length > LONGEST_LIST || start + length > file.bytes) return undefined;
    return entriesIn(await bytesOf(file, start, start + length));
  }
  return undefined;
}

function entriesIn(list: Uint8Array): ZipEntry[] {
  const view = viewOf(list);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= list.length && view.getUint32(at, true) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const nameAt = at + ENTRY_BYTES;
    entries.push({
      name: new TextDecoder().decode(list.subarray(nameAt, nameAt + (name ?? 0))),
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameAt + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The text of one small entry; undefined when it is too large, locked, damaged, or packed in another way than documents are. */
export async function textOf(file: FileBytes, { at, packed, method, isLocked }: ZipEntry): Promise<string | undefined> {
  if (isLocked || packed > MOST_UNPACKED) return undefined;
  const local = await bytesOf(file, at, at + LOCAL_BYTES);
  if (local.length < LOCAL_BYTES) return undefined;
  const start = at + LOCAL_BYTES + viewOf(local).getUint16(26, true) + viewOf(local).getUint16(28, true);
  const body = await bytesOf(file, start, start + packed);
  try {
    const bytes = method === 0 ? body : inflateRawSync(body, { maxOutputLength: MOST_UNPACKED });
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
