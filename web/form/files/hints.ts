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

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', '.pdf'],
  ['image/jpeg', '.jpg,.jpeg'],
  ['image/png', '.png'],
]);

/** The file types that a browser offers to select. A phone offers its camera for the types, an old browser knows the endings. */
export function acceptOf({ contentTypes }: Taking): string {
  return [...contentTypes, ...contentTypes.map((type) => ENDINGS.get(type) ?? '.docx')].join(',');
}

/** How to avoid photographs in a type that is not taken. */
export const HEIC_HINT =
  'If your phone saves photos as HEIC, take the photo on this page, or set its camera to “Most compatible” first';
