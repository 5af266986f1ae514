import type { EvidenceStore } from '#domain/ports/services.ts';
import { absoluteUrl } from '../../http/base-url.ts';

/** S3 answers a file that is too large, or none, with raw XML: so the form lets 0 bytes to 25 MB through, and our page refuses. */
const SIZES = { minBytes: 0, maxBytes: 25 * 1024 * 1024 };
/** A person may look for a file for as long. */
const SECONDS = 60 * 60;
/** A form without a script cannot know what will be chosen: the first bytes tell it on the way back. */
const contentType = 'application/octet-stream';

interface UploadFormDeps {
  readonly evidence: Pick<EvidenceStore, 'uploadForm'>;
  readonly baseUrl: string;
}

/** The fields of a form with which a browser sends one file of any size and type; it comes back to `back` on our pages. */
export function uploadForm({ evidence, baseUrl }: UploadFormDeps, caller: string, evidenceId: string, back: string) {
  const redirectTo = absoluteUrl(baseUrl, back);
  return evidence.uploadForm({ caller, evidenceId, contentType, ...SIZES, seconds: SECONDS, redirectTo });
}
