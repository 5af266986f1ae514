import type { EvidenceStore } from '#domain/ports/services.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { type HttpResponse, seeOther } from '../../http/message.ts';
import { type PageDeps, say } from '../../layout/page.ts';
import { notOpened } from './words.ts';

/** How long the address of an opened file works. */
const SECONDS = 60;

interface OpenDeps extends PageDeps {
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'downloadUrl'>;
}

/** Opens one uploaded file for who sent it. Only what the virus scan found clean, and the version that it looked at. */
export async function openUpload(deps: OpenDeps, caller: string, evidenceId: string): Promise<HttpResponse> {
  const file = await deps.evidence.inspect(caller, evidenceId);
  if (file?.scan === 'PENDING') return say(deps, 409, notOpened.yet, notOpened.wait);
  const found = file?.scan === 'CLEAN' ? await recognise(file) : undefined;
  if (!file || found?.kind !== 'DOCUMENT') return say(deps, 404, notOpened.never, notOpened.again);
  const { contentType } = found;
  const version = { evidenceId, versionId: file.versionId || undefined, contentType };
  return seeOther(await deps.evidence.downloadUrl(caller, version, SECONDS));
}
