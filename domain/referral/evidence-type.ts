/** The types of file that evidence may be. Source: the API's contract; anything else is refused before it is uploaded. */
export const evidenceContentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

export type EvidenceContentType = (typeof evidenceContentTypes)[number];

/** What a file really is by its first bytes, whatever its name or label says; undefined when it is none of the four. */
export function contentTypeOf(head: Uint8Array): EvidenceContentType | undefined {
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  if (startsWith(head, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  return isWordDocument(head) ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : undefined;
}

/** What only a spreadsheet or a slide show has; both begin as a Word document does. */
const OTHER_OFFICE = /xl\/workbook|ppt\/presentation/;

/** A Word document is a zip whose entries are named in plain text; mostly its `word/` folder shows within the first 64 KB. */
function isWordDocument(head: Uint8Array): boolean {
  if (!startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return false;
  const names = Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  return names.includes('word/') || (names.includes('[Content_Types].xml') && !OTHER_OFFICE.test(names));
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => head[i] === byte);
}
