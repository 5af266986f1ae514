import type { Case } from '#domain/case/case.ts';
import { evidenceContentTypes } from '#domain/evidence-type.ts';
import { problemOf } from '../../refer/file/inspect.ts';
import { uploadForm as formFor } from '../../refer/file/upload-form.ts';
import type { ReferrerDeps } from '../deps.ts';

const MOST_FILES = 10;
const document = { contentTypes: evidenceContentTypes };

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
      return { evidenceId, problem: file ? problemOf(file, document) : 'The file did not arrive. Add it again.' };
    }),
  );
}

/** A form for one more file; after the upload the browser comes back to `path` with all files in its address. */
export async function uploadForm(deps: ReferrerDeps, theCase: Case, path: string, ids: readonly string[]) {
  if (ids.length >= MOST_FILES) return undefined;
  const evidenceId = Buffer.from(deps.random(16)).toString('base64url');
  const form = await formFor(deps, theCase.caller, evidenceId, `${path}/files/${[...ids, evidenceId].join('.')}`);
  return { url: form.url, origin: new URL(form.url).origin, fields: Object.entries(form.fields) };
}
