import { next } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { filesAsAnswers, type HeldFiles, hasRoom, mayGiveOut, roomIn } from '#domain/draft/files.ts';
import type { FileSlot } from './slot.ts';

/** A change of the files of a document. `fresh` is an unused id for the next file. */
export interface FileChange {
  readonly kind: 'more' | 'replace' | 'remove' | 'cancel' | 'settle';
  readonly evidenceId: string;
  readonly fresh: string;
}

/** The draft after a change. Undefined when it is done already, names an unknown file or is one file too many. */
export function withFileChange(draft: Draft, now: string, slot: FileSlot, change: FileChange): Draft | undefined {
  const files = isTooMany(draft, slot, change) ? undefined : changed(slot, change);
  return files && next(draft, now, { answers: { ...draft.answers, ...filesAsAnswers(slot.root, files) } });
}

/** How many files a document takes at once beside the one that it waits for. A file that replaces another comes alone. */
export function roomBeside(draft: Draft, { evidenceIds, awaited, replaces, most }: FileSlot): number {
  if (replaces !== undefined) return 0;
  return Math.max(0, Math.min(most - evidenceIds.length - (awaited === undefined ? 0 : 1), roomIn(draft)));
}

/** The draft with further pages after the file that a document waits for. Undefined when there is no room for them. */
export function withPagesAfter(draft: Draft, now: string, slot: FileSlot, pages: readonly string[]): Draft | undefined {
  if (pages.length > roomBeside(draft, slot)) return undefined;
  const { awaited, evidenceIds } = slot;
  const held = [...(awaited === undefined ? evidenceIds : arrived(slot, awaited)), ...pages];
  const files = { evidenceIds: held, awaited: undefined, replaces: undefined };
  return next(draft, now, { answers: { ...draft.answers, ...filesAsAnswers(slot.root, files) } });
}

/** True when a change needs more files than a draft can hold or track. */
export function isTooMany(draft: Draft, { evidenceIds, awaited }: FileSlot, { kind }: FileChange): boolean {
  if (kind === 'more') return !hasRoom(draft);
  const isFresh = kind === 'replace' || (kind === 'remove' && evidenceIds.length === 1 && awaited === undefined);
  return isFresh && !mayGiveOut(draft);
}

/** The files after a change. `evidenceId` is the file shown: the first page, or the one to replace or remove. */
function changed(slot: FileSlot, change: FileChange): HeldFiles | undefined {
  const { evidenceIds, awaited, replaces } = slot;
  const { evidenceId, fresh } = change;
  if (change.kind === 'cancel' || change.kind === 'settle') {
    if (awaited !== evidenceId) return undefined;
    const ids = change.kind === 'cancel' ? evidenceIds : arrived(slot, evidenceId);
    return { evidenceIds: ids, awaited: undefined, replaces: undefined };
  }
  if (!evidenceIds.includes(evidenceId)) return undefined;
  if (change.kind === 'remove') {
    const rest = evidenceIds.filter((id) => id !== evidenceId);
    if (rest.length === 0) return { evidenceIds: [awaited ?? fresh], awaited: undefined, replaces: undefined };
    return { evidenceIds: rest, awaited, replaces: replaces === evidenceId ? undefined : replaces };
  }
  const instead = change.kind === 'replace' ? evidenceId : undefined;
  const isAsked = awaited !== undefined && replaces === instead;
  const isFull = instead === undefined && evidenceIds.length >= slot.most;
  return isAsked || isFull ? undefined : { evidenceIds, awaited: fresh, replaces: instead };
}

/** Puts the new file in the place of the old one, or last. */
function arrived({ evidenceIds, replaces }: FileSlot, evidenceId: string): readonly string[] {
  const isReplaced = replaces !== undefined && evidenceIds.includes(replaces);
  return isReplaced ? evidenceIds.map((id) => (id === replaces ? evidenceId : id)) : [...evidenceIds, evidenceId];
}
