import { callerOf, type Draft } from '#domain/draft/draft.ts';
import type { EvidenceFile, EvidenceStore } from '#domain/ports/services.ts';
import type { EvidenceContentType } from '#domain/referral/document/content-types.ts';
import type { FileBytes } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/document/size.ts';
import { aboutFile } from './about.ts';
import type { FileSlot } from './slot.ts';
import { fileProblems } from './words.ts';

/** One file of a document as it is now. */
export interface InspectedFile {
  readonly evidenceId: string;
  readonly isThere: boolean;
  /** Why the file cannot be used. Empty when it can. */
  readonly problem: string;
  /** Its kind and size, for a file that can be used. */
  readonly about: string;
  /** The result of the virus scan, for a file that can be used. */
  readonly scan: 'CLEAN' | 'PENDING';
}

export interface SlotFiles {
  readonly pages: readonly InspectedFile[];
  readonly awaited: InspectedFile | undefined;
}

interface InspectDeps {
  readonly evidence: Pick<EvidenceStore, 'inspect'>;
}

/** Reads every file of a document at the same time. */
export async function inspectSlot(deps: InspectDeps, draft: Draft, slot: FileSlot): Promise<SlotFiles> {
  const inspect = (evidenceId: string) => inspectFile(deps, callerOf(draft), evidenceId);
  const [pages, awaited] = await Promise.all([
    Promise.all(slot.evidenceIds.map(inspect)),
    slot.awaited === undefined ? undefined : inspect(slot.awaited),
  ]);
  return { pages, awaited };
}

/** The id for the next upload. Undefined when no file is missing or requested. */
export function nextUpload({ pages, awaited }: SlotFiles): string | undefined {
  if (awaited) return awaited.problem === '' ? undefined : awaited.evidenceId;
  const [only, ...more] = pages;
  return only && more.length === 0 && only.problem !== '' ? only.evidenceId : undefined;
}

/** One file of a caller as it is now, with the reason if it cannot be used. */
export async function inspectFile(
  { evidence }: InspectDeps,
  caller: string,
  evidenceId: string,
): Promise<InspectedFile> {
  const file = await evidence.inspect(caller, evidenceId);
  const scan = file?.scan === 'PENDING' ? 'PENDING' : 'CLEAN';
  const { problem, contentType } = file ? await judge(file) : { problem: fileProblems.missing };
  const about = file && contentType ? aboutFile(contentType, file.bytes) : '';
  return { evidenceId, isThere: file !== undefined, problem, about, scan };
}

export interface JudgedFile {
  /** Why the file cannot be used. Empty when it can. */
  readonly problem: string;
  /** What it is, by its bytes, when it can be used. */
  readonly contentType?: EvidenceContentType;
}

/** Whether a file can be used, and as what. */
export async function judge(file: FileBytes & Pick<EvidenceFile, 'scan'>): Promise<JudgedFile> {
  if (file.bytes === 0) return { problem: fileProblems.empty };
  if (file.scan === 'HARMFUL') return { problem: fileProblems.virus };
  if (file.bytes > MAX_EVIDENCE_BYTES) return { problem: fileProblems.tooLarge };
  const found = await recognise(file);
  if (found.kind === 'DOCUMENT') return { problem: '', contentType: found.contentType };
  if (found.kind === 'LOCKED') return { problem: fileProblems.locked };
  return { problem: found.kind === 'DAMAGED' ? fileProblems.damaged : fileProblems.type };
}
