import type { EvidenceContentType } from './content-types.ts';
import { type FileBytes, latin1, startsWith } from './file-bytes.ts';
import { isWholeJpeg, isWholePng } from './image.ts';
import { pdfMark, recognisePdf } from './pdf.ts';
import type { Recognised } from './recognised.ts';
import { isLockedOffice, recogniseWord } from './word.ts';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ZIP = [0x50, 0x4b];
/** A compound file: how Office keeps a document with a password, and kept all of them before 2007. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Recognises a document by its bytes. `LOCKED` needs a password to be read, `DAMAGED` begins as one of the four types
 * and is none, `OTHER` is anything else. No more is claimed: a document may still be incomplete. Of most files the
 * first 64 KB are read, of larger PDF and Word files the last 64 KB too. A PDF that is encrypted is read whole.
 */
export async function recognise(file: FileBytes): Promise<Recognised> {
  const { head } = file;
  if (startsWith(head, JPEG)) return image('image/jpeg', isWholeJpeg(head));
  if (startsWith(head, PNG)) return image('image/png', isWholePng(head));
  if (startsWith(head, COMPOUND)) return { kind: (await isLockedOffice(file)) ? 'LOCKED' : 'OTHER' };
  if (startsWith(head, ZIP)) return await recogniseWord(file);
  const mark = pdfMark(latin1(head));
  return mark === undefined ? { kind: 'OTHER' } : await recognisePdf(file, mark);
}

function image(contentType: EvidenceContentType, isWhole: boolean): Recognised {
  return isWhole ? { kind: 'DOCUMENT', contentType } : { kind: 'DAMAGED' };
}
