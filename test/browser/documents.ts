import { jpegOf, pdfOf } from '#test/kit/documents.ts';

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const pdf: ChosenFile = {
  name: 'record.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(pdfOf('fictional')),
};

/** A photograph of one page of a paper form. */
export function photograph(page: number): ChosenFile {
  const buffer = jpegOf(`fictional page ${page}`);
  return { name: `page-${page}.jpg`, mimeType: 'image/jpeg', buffer };
}

export const empty: ChosenFile = { ...pdf, buffer: Buffer.alloc(0) };
export const program: ChosenFile = {
  name: 'record.pdf.exe',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from('MZ, no document at all'),
};

/** A PDF of this many megabytes. */
export function large(megabytes: number): ChosenFile {
  return { ...pdf, buffer: Buffer.concat([pdf.buffer, Buffer.alloc(Math.round(megabytes * 1024 * 1024))]) };
}
