/** The bytes of one file, wherever they are kept. */
export interface FileBytes {
  /** The size of the whole file, in bytes. */
  readonly bytes: number;
  /** The first bytes: at most `HEAD_BYTES`. */
  readonly head: Uint8Array;
  /** The bytes from `start` to before `end`, which lie within the file. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** How much of a file is read at first: 64 KB. */
export const HEAD_BYTES = 65_536;

/** A file whose bytes are all in memory. */
export function fileOf(body: Uint8Array): FileBytes {
  return {
    bytes: body.length,
    head: body.subarray(0, HEAD_BYTES),
    read: async (start, end) => body.subarray(start, end),
  };
}

/** Bytes of the file, without another request where they are among its first. */
export async function bytesOf({ bytes, head, read }: FileBytes, start: number, end: number): Promise<Uint8Array> {
  const [from, to] = [Math.max(0, start), Math.min(bytes, end)];
  if (from >= to) return new Uint8Array();
  return to <= head.length ? head.subarray(from, to) : await read(from, to);
}

/** The last 64 KB, or all of a smaller file. */
export async function tailOf(file: FileBytes): Promise<Uint8Array> {
  return await bytesOf(file, file.bytes - HEAD_BYTES, file.bytes);
}

/** Each byte as one character, so that a text search finds places among bytes. A TextDecoder would give some of them others. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function startsWith(head: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => head[i] === byte);
}
