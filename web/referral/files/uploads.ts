import type { Case } from '#domain/case/case.ts';
import { ACCEPTED, HEIC_HINT } from '../../form/files/hints.ts';
import { type InspectedFile, inspectFile } from '../../form/files/inspect.ts';
import { uploadForm as formFor } from '../../form/files/upload-form.ts';
import type { ReferralDeps } from '../deps.ts';

const MOST_FILES = 10;

/** The ids in an address or a hidden field; what is no id is left out. */
export function fileIdsIn(text: string): string[] {
  const ids = text.split('.').filter((id) => /^[\w-]{22}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_FILES);
}

/** Each uploaded file as it is now, with what is wrong with it, said here and not by S3. */
export function inspectUploads(deps: ReferralDeps, theCase: Case, ids: readonly string[]): Promise<InspectedFile[]> {
  return Promise.all(ids.map((evidenceId) => inspectFile(deps, theCase.caller, evidenceId)));
}

/** A form for one more file; after the upload the browser comes back to `path` with all files in its address. */
export async function uploadForm(deps: ReferralDeps, theCase: Case, path: string, ids: readonly string[]) {
  if (ids.length >= MOST_FILES) return undefined;
  const evidenceId = newFileId(deps);
  const form = await formFor(deps, theCase.caller, evidenceId, `${path}/files/${[...ids, evidenceId].join('.')}`);
  return {
    url: form.url,
    origin: new URL(form.url).origin,
    fields: Object.entries(form.fields),
    accept: ACCEPTED,
    heic: HEIC_HINT,
  };
}

/** The id of a file that is still to come. */
export function newFileId({ random }: Pick<ReferralDeps, 'random'>): string {
  return Buffer.from(random(16)).toString('base64url');
}
