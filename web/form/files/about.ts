import type { EvidenceContentType } from '#domain/referral/document/content-types.ts';

const FORMATS: Readonly<Record<EvidenceContentType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
};

const KB = 1024;

/** What kind of file it is and how large, such as `JPEG, 1.2MB`. */
export function aboutFile(contentType: EvidenceContentType, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / KB));
  const size = kilobytes < KB ? `${kilobytes}KB` : `${Number((kilobytes / KB).toFixed(1))}MB`;
  return `${FORMATS[contentType]}, ${size}`;
}
