import { next } from '#domain/draft/change.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { FileSlot } from './slot.ts';

/** What may be asked of the files of a document; `fresh` is an id that no file has, for a file that is to come. */
export interface FileChange {
  readonly kind: 'more' | 'replace' | 'remove' | 'cancel' | 'settle';
  readonly evidenceId: string;
  readonly fresh: string;
}

/** The draft after it; undefined when it was done before, or is about a file that the document has not. */
export function withFileChange(draft: Draft, now: string, slot: FileSlot, change: FileChange): Draft | undefined {
  const files = changed(slot, change);
  return files && next(draft, now, { answers: { ...draft.answers, ...named(slot, files) } });
}

type Files = Pick<FileSlot, 'evidenceIds' | 'awaited' | 'replaces'>;

/** `evidenceId` is the file that was seen: of the first page for a further one, otherwise the one to replace or remove. */
function changed(slot: FileSlot, change: FileChange): Files | undefined {
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

/** The new file takes the place of the old one, or is the last page. */
function arrived({ evidenceIds, replaces }: FileSlot, evidenceId: string): readonly string[] {
  const isReplaced = replaces !== undefined && evidenceIds.includes(replaces);
  return isReplaced ? evidenceIds.map((id) => (id === replaces ? evidenceId : id)) : [...evidenceIds, evidenceId];
}

function named({ root }: FileSlot, { evidenceIds: [first = '', ...further], awaited = '', replaces = '' }: Files) {
  return {
    [`${root}.evidenceId`]: first,
    [`${root}.furtherPages`]: further.join(' '),
    [`${root}.awaited`]: awaited,
    [`${root}.replaces`]: replaces,
  };
}
