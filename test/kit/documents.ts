import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A small PDF that readers open, with this text as a comment. */
export function pdfOf(text: string): string {
  return `%PDF-1.7\n%${text}\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n`;
}

/** The beginning of a photograph with two segments, and this text where its picture would be. */
export function jpegOf(text: string): Buffer {
  return Buffer.concat([
    Buffer.from('ffd8ffe00010', 'hex'),
    Buffer.alloc(14),
    Buffer.from('ffdb', 'hex'),
    Buffer.from(text),
  ]);
}

/** The header of a picture, and this text where its dots would be. */
export function pngOf(text: string): Buffer {
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(17), Buffer.from(text)]);
}

/** One entry of a zip. `locked` as programs mark one that needs a password; `streamed` as one whose size was not known before. */
export interface Packed {
  readonly name: string;
  readonly text: string;
  readonly locked?: boolean;
  readonly streamed?: boolean;
}

/** A zip with these entries in this order, none of them compressed, and a note at its end. */
export function zipOf(entries: readonly Packed[], { note = '', before = '' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(before, 'latin1')];
  const list: Buffer[] = [];
  let at = before.length;
  for (const { name, text, locked = false, streamed = false } of entries) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const flags = (locked ? 1 : 0) | (streamed ? 8 : 0);
    const size = numbers([4, crc32(body)], [4, body.length], [4, body.length]);
    const sizeBefore = streamed ? Buffer.alloc(12) : size;
    const local = [numbers([4, 0x04034b50], [2, 20], [2, flags], [2, 0], [4, 0]), sizeBefore];
    const after = streamed ? [numbers([4, 0x08074b50]), size] : [];
    const entry = Buffer.concat([...local, numbers([2, path.length], [2, 0]), path, body, ...after]);
    const listed = [numbers([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, 0], [4, 0]), size];
    list.push(...listed, numbers([2, path.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), path);
    parts.push(entry);
    at += entry.length;
  }
  const contents = Buffer.concat(list);
  const count = entries.length;
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, contents.length], [4, at]);
  return Buffer.concat([...parts, contents, end, numbers([2, note.length]), Buffer.from(note, 'latin1')]);
}

/** Numbers as a zip and a compound file write them: so many bytes each, the lowest first. */
function numbers(...all: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const one = Buffer.alloc(bytes);
      one.writeUIntLE(value, 0, bytes);
      return one;
    }),
  );
}

/** A compound file of Office with these streams named in its directory, after so many sectors of their content. */
export function compoundOf(streams: readonly string[], { sector = 512, filled = 0 } = {}): Buffer {
  const head = Buffer.alloc(sector, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  const directory = streams.map((name) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    return entry;
  });
  return Buffer.concat([head, Buffer.alloc(sector * filled, 'x'), ...directory]);
}

/** A file of the collection of documents, with the bytes that people sent. */
export function fixtureDocument(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/documents/${name}`, import.meta.url));
}
