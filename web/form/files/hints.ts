import type { FileSlot } from './slot.ts';

type Taking = Pick<FileSlot, 'contentTypes'>;

/** True for a document that may be photographed. The early help assessment may not. */
export function isPhotographTaken({ contentTypes }: Taking): boolean {
  return contentTypes.includes('image/jpeg');
}

/** The types and the size that a file may have. */
export function hintOf(slot: Taking, most: '4MB' | '10MB'): string {
  return isPhotographTaken(slot)
    ? `PDF, JPEG, PNG or Word (DOCX), smaller than ${most}. You can photograph a paper form, one page at a time.`
    : `PDF or Word (DOCX), smaller than ${most}. If it is on paper, scan it or print a photo of it to a PDF.`;
}

/** The file types that a browser offers to select. */
export function acceptOf(slot: Taking): string {
  return isPhotographTaken(slot) ? '.pdf,.jpg,.jpeg,.png,.docx' : '.pdf,.docx';
}
