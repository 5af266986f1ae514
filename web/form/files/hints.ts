import type { FileSlot } from './slot.ts';

type Taking = Pick<FileSlot, 'contentTypes'>;

/** True for a document that may be photographed, page by page; the early help assessment may not. */
export function isPhotographTaken({ contentTypes }: Taking): boolean {
  return contentTypes.includes('image/jpeg');
}

/** What a file of a document may be, before one is chosen; `most` is how large. */
export function hintOf(slot: Taking, most: '4 MB' | '10 MB'): string {
  return isPhotographTaken(slot)
    ? `PDF, JPEG, PNG or Word (DOCX), at most ${most}. A photograph of a paper form is fine, one page at a time.`
    : `PDF or Word (DOCX), at most ${most}. If it is on paper, scan it or print a photograph of it to a PDF.`;
}

/** The same for the window in which a browser lets people choose. */
export function acceptOf(slot: Taking): string {
  return isPhotographTaken(slot) ? '.pdf,.jpg,.jpeg,.png,.docx' : '.pdf,.docx';
}
