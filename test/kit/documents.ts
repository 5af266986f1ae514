import { readFileSync } from 'node:fs';

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

/** A file of the collection of documents, with the bytes that people sent. */
export function fixtureDocument(name: string): Buffer {
  return readFileSync(new URL(`../fixtures/documents/${name}`, import.meta.url));
}
