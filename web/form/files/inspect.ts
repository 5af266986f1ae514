import { callerOf, type Draft } from '#domain/draft/draft.ts';
import type { EvidenceFile } from '#domain/ports/services.ts';
import type { FileBytes } from '#domain/referral/document/file-bytes.ts';
import { recognise } from '#domain/referral/document/recognise.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/document/size.ts';
import type { FormDeps } from '../deps.ts';
import type { FileSlot } from './slot.ts';
import { fileProblems } from './words.ts';

/** One file of a document as it is now. */
export interface InspectedFile {
  readonly evidenceId: string;
  readonly isThere: boolean;
  /** Why the file cannot be used. Empty when it can. */
  readonly problem: string;
  /** The result of the virus scan, for a file that can be used. */
  readonly scan: 'CLEAN' | 'PENDING';
}

export interface SlotFiles {
  readonly pages: readonly InspectedFile[];
  readonly awaited: InspectedFile | undefined;
}

type InspectDeps = Pick<FormDeps, 'evidence'>;

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
  const problem = file ? await problemOf(file) : fileProblems.missing;
  return { evidenceId, isThere: file !== undefined, problem, scan };
}

/** Why a file cannot be used. Empty when it can. */
export async function problemOf(file: FileBytes & Pick<EvidenceFile, 'scan'>): Promise<string> {
  if (file.bytes === 0) return fileProblems.empty;
  if (file.scan === 'HARMFUL') return fileProblems.virus;
  if (file.bytes > MAX_EVIDENCE_BYTES) return fileProblems.tooLarge;
  const found = await recognise(file);
  if (found.kind === 'LOCKED') return fileProblems.locked;
  if (found.kind === 'DAMAGED') return fileProblems.damaged;
  return found.kind === 'DOCUMENT' ? '' : fileProblems.type;
}
