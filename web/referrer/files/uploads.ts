import type { Case } from '#domain/case/case.ts';
import { contentTypeOf } from '#domain/evidence-type.ts';
import type { UploadForm } from '#domain/ports/services.ts';
import { absoluteUrl } from '../../http/base-url.ts';
import type { ReferrerDeps } from '../deps.ts';

const MOST_FILES = 10;
const MAX_BYTES = 10 * 1024 * 1024;
/** S3 answers a file that is too large with raw XML, so the form lets more through and the page refuses it. */
const FORM_BYTES = 25 * 1024 * 1024;
const FORM_SECONDS = 60 * 60;

export interface UploadedFile {
  readonly evidenceId: string;
  /** Why it cannot be used; empty when it can. */
  readonly problem: string;
}

/** The ids in an address or a hidden field; what is no id is left out. */
export function fileIdsIn(text: string): string[] {
  const ids = text.split('.').filter((id) => /^[\w-]{22}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_FILES);
}

/** Each uploaded file with what is wrong with it, said here and not by S3. */
export function inspectUploads(deps: ReferrerDeps, theCase: Case, ids: readonly string[]): Promise<UploadedFile[]> {
  return Promise.all(
    ids.map(async (evidenceId) => {
      const file = await deps.evidence.inspect(theCase.caller, evidenceId);
      if (!file) return { evidenceId, problem: 'The file did not arrive. Add it again.' };
      if (file.bytes === 0) return { evidenceId, problem: 'The file is empty. Add another.' };
      if (file.bytes > MAX_BYTES)
        return { evidenceId, problem: 'The file is larger than 10 MB. Add a smaller version of it.' };
      const isKnown = contentTypeOf(file.head) !== undefined;
      return {
        evidenceId,
        problem: isKnown ? '' : 'The file is not a PDF, JPEG, PNG or Word (DOCX) document. Add another.',
      };
    }),
  );
}

/** A form for one more file; after the upload the browser comes back to `path` with all files in its address. */
export async function uploadForm(deps: ReferrerDeps, theCase: Case, path: string, ids: readonly string[]) {
  if (ids.length >= MOST_FILES) return undefined;
  const evidenceId = Buffer.from(deps.random(16)).toString('base64url');
  const form: UploadForm = await deps.evidence.uploadForm({
    caller: theCase.caller,
    evidenceId,
    contentType: 'application/octet-stream',
    maxBytes: FORM_BYTES,
    seconds: FORM_SECONDS,
    redirectTo: absoluteUrl(deps.baseUrl, `${path}/files/${[...ids, evidenceId].join('.')}`),
  });
  return { url: form.url, origin: new URL(form.url).origin, fields: Object.entries(form.fields) };
}
