import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import type { FileSlot } from './slot.ts';

const TYPES = 'PDF, JPEG, PNG or Word (DOCX), smaller than';

/** The types and the size that a file may have, and how to add one on paper. */
export function hintOf({ isAlone }: Pick<FileSlot, 'isAlone'>, size: '4MB' | '10MB'): string {
  return isAlone
    ? `${TYPES} ${size}. If it is on paper, photograph or scan it.`
    : `${TYPES} ${size}. You can photograph a paper form, one page at a time.`;
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', '.pdf'],
  ['image/jpeg', '.jpg,.jpeg'],
  ['image/png', '.png'],
]);

/** The file types that a browser offers to select. A phone offers its camera for the types, an old browser knows the endings. */
export const ACCEPTED = [
  ...evidenceContentTypes,
  ...evidenceContentTypes.map((type) => ENDINGS.get(type) ?? '.docx'),
].join(',');

/** How to avoid photographs in a type that is not taken. */
export const HEIC_HINT =
  'If your phone saves photos as HEIC, take the photo on this page, or set its camera to “Most compatible” first';
