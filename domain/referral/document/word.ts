import { bytesOf, type FileBytes, latin1 } from './file-bytes.ts';
import type { Recognised } from './recognised.ts';
import { textOf, zipEntries } from './zip.ts';

const CONTENT_TYPES = '[content_types].xml';
/** The main part; some programs number it. */
const MAIN_PART = /^word\/document\d*\.xml$/;
const MACROS = /vbaproject\.bin$/;
/** What the list of types calls the main part of a document, and not that of a template or of one with macros. */
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A Word document by the entries of its zip, read from its end. Only its list of types is unpacked, to 256 KB at most. */
export async function recogniseWord(file: FileBytes): Promise<Recognised> {
  const entries = await zipEntries(file);
  if (entries === undefined) return { kind: 'DAMAGED' };
  const names = entries.map(({ name }) => name.toLowerCase());
  const types = entries.find(({ name }) => name.toLowerCase() === CONTENT_TYPES);
  if (!types || !names.some((name) => MAIN_PART.test(name))) return { kind: 'OTHER' };
  if (names.some((name) => MACROS.test(name))) return { kind: 'OTHER' };
  if (entries.some(({ isLocked }) => isLocked)) return { kind: 'LOCKED' };
  const list = await textOf(file, types);
  if (list === undefined) return { kind: 'DAMAGED' };
  return list.includes(`"${MAIN_TYPE}"`) ? { kind: 'DOCUMENT', contentType: WORD } : { kind: 'OTHER' };
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** The stream in which Office keeps a document with a password, named in UTF-16. */
const ENCRYPTED = Array.from('EncryptedPackage', (letter) => `${letter}\0`).join('');

/** Whether a compound file is a document with a password rather than one from before 2007. */
export async function isLockedOffice(file: FileBytes): Promise<boolean> {
  return latin1(await bytesOf(file, 0, file.bytes)).includes(ENCRYPTED);
}
