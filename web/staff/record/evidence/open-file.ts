import type { Case } from '#domain/case/case.ts';
import type { Actor } from '#domain/people/actor.ts';
import type { EvidenceStore, Now } from '#domain/ports/services.ts';
import type { AccessStore } from '#domain/ports/stores.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { type HttpResponse, seeOther } from '../../../http/message.ts';
import { type PageDeps, say } from '../../../layout/page.ts';
import { fileWords } from '../../words.ts';

const SECONDS = 300;

export interface OpenFileDeps extends PageDeps {
  readonly evidence: Pick<EvidenceStore, 'inspect' | 'downloadUrl'>;
  readonly access: Pick<AccessStore, 'recordReading'>;
  readonly now: Now;
}

/** Who reads the files of a case that their guard has opened for them. */
export interface FileReader {
  readonly theCase: Case;
  readonly actor: Actor;
  /** The task for which staff read it. */
  readonly taskId?: string;
}

interface WantedFile {
  readonly evidenceId: string;
  /** The version that was checked; the newest where no check has seen the file. */
  readonly versionId: string | undefined;
  /** What the reading is called in the record of readings. */
  readonly what: string;
  /** What kind of document it is and which page, for its name: `SOGS-page-2`. */
  readonly called: string;
}

/**
 * Opens one file for five minutes: the very version that was checked, or the newest of one that was sent since. It does so
 * only when the scan found nothing and the type is one that we take. A reading.
 */
export async function openFile(
  deps: OpenFileDeps,
  {
    theCase,
    taskId,
    actor: by,
  }: Omit<FileReader, 'theCase'> & { readonly theCase: Pick<Case, 'reference' | 'caller'> },
  { evidenceId, versionId, what, called }: WantedFile,
): Promise<HttpResponse> {
  const { reference, caller } = theCase;
  const file = await deps.evidence.inspect(caller, evidenceId, versionId);
  if (!file) return say(deps, 404, fileWords.missing, 'Its file was lost or never arrived. Ask the referrer for it.');
  if (file.scan === 'HARMFUL') return say(deps, 403, fileWords.cannot, fileWords.virus);
  if (file.scan === 'PENDING')
    return say(deps, 409, fileWords.notYet, 'We are still checking it for viruses. Try again in a few minutes.');
  const found = await recognise(file);
  if (found.kind !== 'DOCUMENT') return say(deps, 403, fileWords.cannot, whyNot(found.kind));
  const { contentType } = found;
  const forTask = taskId === undefined ? {} : { taskId };
  await deps.access.recordReading({ reference, at: deps.now(), by, what, ...forTask });
  const wanted = { evidenceId, versionId: file.versionId, contentType, name: `${reference}-${called}` };
  return seeOther(await deps.evidence.downloadUrl(caller, wanted, SECONDS));
}

function whyNot(kind: 'LOCKED' | 'DAMAGED' | 'OTHER'): string {
  if (kind === 'LOCKED') return 'It has a password. Ask the referrer for a copy without one.';
  if (kind === 'DAMAGED') return 'The file is damaged. Ask the referrer for another copy.';
  return 'It is not a PDF, JPEG, PNG or Word (DOCX) document. Ask the referrer for another copy.';
}
