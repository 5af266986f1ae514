/** The types of file that evidence may be. Source: the API's contract; anything else is refused before it is uploaded. */
export const evidenceContentTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

export type EvidenceContentType = (typeof evidenceContentTypes)[number];
