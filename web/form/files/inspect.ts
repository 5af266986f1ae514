import { callerOf, type Draft } from '#domain/draft/draft.ts';
import type { EvidenceFile } from '#domain/ports/services.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/evidence-size.ts';
import { contentTypeOf } from '#domain/referral/evidence-type.ts';
import type { FormDeps } from '../deps.ts';
import { isPhotographTaken } from './hints.ts';
import type { FileSlot } from './slot.ts';

/** One file of a document, as it is now. */
export interface LookedAt {
  readonly evidenceId: string;
  readonly isThere: boolean;
  /** Why it cannot be used, and what to do; empty when it can. */
  readonly problem: string;
  /** What the scanner says of a file that can be used. */
  readonly scan: 'CLEAN' | 'PENDING';
}

export interface SlotFiles {
  readonly pages: readonly LookedAt[];
  readonly awaited: LookedAt | undefined;
}

type InspectDeps = Pick<FormDeps, 'evidence'>;

/** Looks at every file of a document at the same time. */
export async function inspectSlot(deps: InspectDeps, draft: Draft, slot: FileSlot): Promise<SlotFiles> {
  const look = (evidenceId: string) => lookAt(deps, callerOf(draft), slot, evidenceId);
  const [pages, awaited] = await Promise.all([
    Promise.all(slot.evidenceIds.map(look)),
    slot.awaited === undefined ? undefined : look(slot.awaited),
  ]);
  return { pages, awaited };
}

/** The id that the next upload goes to; undefined while there is nothing to add unless somebody asks for it. */
export function nextUpload({ pages, awaited }: SlotFiles): string | undefined {
  if (awaited) return awaited.problem === '' ? undefined : awaited.evidenceId;
  const [only, ...more] = pages;
  return only && more.length === 0 && only.problem !== '' ? only.evidenceId : undefined;
}

/** One file of this caller as it is now, and whether it is one of those that are taken. */
export async function lookAt(
  { evidence }: InspectDeps,
  caller: string,
  taking: Pick<FileSlot, 'contentTypes'>,
  evidenceId: string,
): Promise<LookedAt> {
  const file = await evidence.inspect(caller, evidenceId);
  const scan = file?.scan === 'PENDING' ? 'PENDING' : 'CLEAN';
  const problem = file ? problemOf(file, taking) : 'The file has not been added yet. Add it.';
  return { evidenceId, isThere: file !== undefined, problem, scan };
}

/** Why a file cannot be one of a document, and what to do; empty when it can. */
export function problemOf(
  file: Pick<EvidenceFile, 'bytes' | 'head' | 'scan'>,
  taking: Pick<FileSlot, 'contentTypes'>,
): string {
  if (file.bytes === 0) return 'The file is empty, or none was chosen. Choose one.';
  if (file.scan === 'HARMFUL') return 'Harmful content was found in this file. It cannot be used. Add another copy.';
  if (file.bytes > MAX_EVIDENCE_BYTES)
    return 'The file is larger than 10 MB. Add a smaller copy of it, such as one saved at a lower quality.';
  const type = contentTypeOf(file.head);
  if (type !== undefined && taking.contentTypes.includes(type)) return '';
  if (isPhotographTaken(taking))
    return 'The file is not a PDF, JPEG, PNG or Word (DOCX) document. Save it as one of these or photograph it, and add that.';
  return type?.startsWith('image/')
    ? 'This is a photograph. Scan the assessment, or print the photograph to a PDF, and add that.'
    : 'The file is not a PDF or Word (DOCX) document. Save it as one of these, and add that.';
}
