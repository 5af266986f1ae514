import type { FormDeps } from '../deps.ts';
import type { DraftRequest } from '../engine/draft-request.ts';
import { inspectSlot, type SlotFiles } from './inspect.ts';
import { type FileSlot, slotsIn } from './slot.ts';

export interface InspectedSlot {
  readonly slot: FileSlot;
  readonly files: SlotFiles;
}

/** Every document of the draft with its files, read at the same time. */
export function inspectAll(deps: Pick<FormDeps, 'evidence'>, { draft }: DraftRequest): Promise<InspectedSlot[]> {
  const look = async (slot: FileSlot) => ({ slot, files: await inspectSlot(deps, draft, slot) });
  return Promise.all(slotsIn(draft.answers).map(look));
}

/** The pages with a file that is missing or cannot be used. A file still being scanned can be used. */
export function lackingPages(inspected: readonly InspectedSlot[]): ReadonlySet<string> {
  return new Set(inspected.filter(isLacking).map(({ slot }) => slot.address.split('/')[0] ?? ''));
}

function isLacking({ files }: InspectedSlot): boolean {
  return files.pages.some(({ problem }) => problem !== '');
}
