import { bytesOf, type FileBytes, latin1, tailOf } from './file-bytes.ts';
import { opensWithoutPassword } from './pdf-password.ts';
import type { Recognised } from './recognised.ts';

const MARK = '%PDF-';
/** Readers look for the mark within the first 1,024 bytes (ISO 32000-1, annex H.3, note 13). */
const FURTHEST = 1024;
/** How programs and pages begin: Windows, Linux, macOS, Java, scripts, batch files, mark-up, and archives. */
const PROGRAM =
  /^[\s\uFEFF\xEF\xBB\xBF]*(?:MZ|\x7FELF|\xCA\xFE\xBA\xBE|[\xCE\xCF]\xFA\xED\xFE|\xFE\xED\xFA[\xCE\xCF]|#!|<|@echo|rem\b|PK|Rar!|GIF8)/i;
const OBJECT = /\d+\s+\d+\s+obj\b/;
const ENCRYPT = /\/Encrypt\s*(?:(\d+)\s+(\d+)\s+R\b|<<)/;
const START = /startxref\s+(\d+)/g;
/** The dictionary of a table of places begins where the table does, and ends long before this. */
const DICTIONARY = 4096;

/** Where the mark of a PDF stands among its first bytes; undefined when there is none, or when a program carries it. */
export function pdfMark(head: string): number | undefined {
  const at = head.slice(0, FURTHEST + MARK.length).indexOf(MARK);
  return at < 0 || (at > 0 && PROGRAM.test(head)) ? undefined : at;
}

/** A PDF that has at least one object after its mark, and opens without a password. */
export async function recognisePdf(file: FileBytes, mark: number): Promise<Recognised> {
  const head = latin1(file.head);
  const tail = latin1(await tailOf(file));
  if (!OBJECT.test(head.slice(mark)) && !(file.bytes > head.length && OBJECT.test(tail))) return { kind: 'DAMAGED' };
  const isEncrypted = ENCRYPT.test(tail) || ENCRYPT.test(head) || ENCRYPT.test(await tableOf(file, tail, mark));
  if (isEncrypted && !opensWithoutPassword(latin1(await bytesOf(file, 0, file.bytes)))) return { kind: 'LOCKED' };
  return { kind: 'DOCUMENT', contentType: 'application/pdf' };
}

/** The start of the last table of places, where it begins before the last bytes of the file. */
async function tableOf(file: FileBytes, tail: string, mark: number): Promise<string> {
  const start = Number([...tail.matchAll(START)].at(-1)?.[1] ?? 0) + mark;
  return start >= file.bytes - tail.length ? '' : latin1(await bytesOf(file, start, start + DICTIONARY));
}
