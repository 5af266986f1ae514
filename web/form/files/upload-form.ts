import type { EvidenceStore } from '#domain/ports/services.ts';
import { absoluteUrl } from '../../http/base-url.ts';

/** S3 refuses a wrong size with raw XML, so the form allows 0 bytes to 25MB and our page refuses instead. */
const SIZES = { minBytes: 0, maxBytes: 25 * 1024 * 1024 };
/** How long the form works, because people may need time to find a file. */
const SECONDS = 60 * 60;
/** A form without JavaScript cannot know the type. The first bytes give it after the upload. */
const contentType = 'application/octet-stream';

interface UploadFormDeps {
  readonly evidence: Pick<EvidenceStore, 'uploadForm'>;
  readonly baseUrl: string;
}

/** The fields of a form that uploads one file of any type, then opens `back`. */
export function uploadForm({ evidence, baseUrl }: UploadFormDeps, caller: string, evidenceId: string, back: string) {
  const redirectTo = absoluteUrl(baseUrl, back);
  return evidence.uploadForm({ caller, evidenceId, contentType, ...SIZES, seconds: SECONDS, redirectTo });
}
