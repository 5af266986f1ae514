import { callerOf, type Draft } from '#domain/draft/draft.ts';
import type { EvidenceFile } from '#domain/ports/services.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/evidence-size.ts';
import { contentTypeOf } from '#domain/referral/evidence-type.ts';
import type { FormDeps } from '../deps.ts';
import { isPhotographTaken } from './hints.ts';
import type { FileSlot } from './slot.ts';
import { fileProblems } from './words.ts';

/** One file of a document as it is now. */
export interface LookedAt {
  readonly evidenceId: string;
  readonly isThere: boolean;
  /** Why the file cannot be used. Empty when it can. */
  readonly problem: string;
  /** The result of the virus scan, for a file that can be used. */
  readonly scan: 'CLEAN' | 'PENDING';
}

export interface SlotFiles {
  readonly pages: readonly LookedAt[];
  readonly awaited: LookedAt | undefined;
}

type InspectDeps = Pick<FormDeps, 'evidence'>;

/** Reads every file of a document at the same time. */
export async function inspectSlot(deps: InspectDeps, draft: Draft, slot: FileSlot): Promise<SlotFiles> {
  const look = (evidenceId: string) => lookAt(deps, callerOf(draft), slot, evidenceId);
  const [pages, awaited] = await Promise.all([
    Promise.all(slot.evidenceIds.map(look)),
    slot.awaited === undefined ? undefined : look(slot.awaited),
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
export async function lookAt(
  { evidence }: InspectDeps,
  caller: string,
  taking: Pick<FileSlot, 'contentTypes'>,
  evidenceId: string,
): Promise<LookedAt> {
  const file = await evidence.inspect(caller, evidenceId);
  const scan = file?.scan === 'PENDING' ? 'PENDING' : 'CLEAN';
  const problem = file ? problemOf(file, taking) : fileProblems.missing;
  return { evidenceId, isThere: file !== undefined, problem, scan };
}

/** Why a file cannot be used for a document. Empty when it can. */
export function problemOf(
  file: Pick<EvidenceFile, 'bytes' | 'head' | 'scan'>,
  taking: Pick<FileSlot, 'contentTypes'>,
): string {
  if (file.bytes === 0) return fileProblems.empty;
  if (file.scan === 'HARMFUL') return fileProblems.virus;
  if (file.bytes > MAX_EVIDENCE_BYTES) return fileProblems.tooLarge;
  const type = contentTypeOf(file.head);
  if (type !== undefined && taking.contentTypes.includes(type)) return '';
  if (isPhotographTaken(taking)) return fileProblems.type;
  return type?.startsWith('image/') ? fileProblems.photo : fileProblems.documentType;
}
