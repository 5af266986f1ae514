import type { Case } from '#domain/case/case.ts';
import { ACCEPTED, HEIC_HINT } from '../../form/files/hints.ts';
import { type InspectedFile, inspectFile } from '../../form/files/inspect.ts';
import { uploadForm as formFor } from '../../form/files/upload-form.ts';
import type { ReferralDeps } from '../deps.ts';
import { newFileId } from './own-file.ts';
import { type FileToken, idOf, roomBeside } from './tokens.ts';

/** Each uploaded file as it is now, with what is wrong with it, said here and not by S3. */
export function inspectUploads(
  deps: Pick<ReferralDeps, 'evidence'>,
  theCase: Pick<Case, 'caller'>,
  tokens: readonly FileToken[],
): Promise<InspectedFile[]> {
  return Promise.all(tokens.map((token) => inspectFile(deps, theCase.caller, idOf(token))));
}

interface Place {
  readonly path: string;
  readonly csrf: string;
  readonly tokens: readonly FileToken[];
}

/** A form for one more file; after the upload the browser comes back to `path` with all files in its address. */
export async function uploadForm(deps: ReferralDeps, theCase: Case, { path, csrf, tokens }: Place) {
  if (roomBeside(tokens) <= 0) return undefined;
  const evidenceId = newFileId(deps, csrf);
  const form = await formFor(deps, theCase.caller, evidenceId, `${path}/files/${[...tokens, evidenceId].join('.')}`);
  return {
    url: form.url,
    origin: new URL(form.url).origin,
    fields: Object.entries(form.fields),
    accept: ACCEPTED,
    heic: HEIC_HINT,
  };
}
