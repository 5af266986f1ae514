import { hasRoom } from '#domain/draft/files.ts';
import type { InspectedFile, SlotFiles } from './inspect.ts';
import type { FileSlot } from './slot.ts';
import { MAKE_ROOM, MOST_FILES_WORDS, scans, tags } from './words.ts';

export interface FileState {
  readonly tag: string;
  readonly colour: 'green' | 'yellow' | 'red';
  readonly text: string;
  /** Its kind and size. Empty while it cannot be used. */
  readonly about: string;
}

/** The state of one file. Does not mention viruses when nothing scans for them. */
export function stateOf(file: InspectedFile, isScanned: boolean): FileState {
  if (!file.isThere) return { tag: tags.missing, colour: 'yellow', text: '', about: '' };
  if (file.problem !== '') return { tag: tags.unusable, colour: 'red', text: file.problem, about: '' };
  return { tag: tags.there, colour: 'green', text: isScanned ? scans[file.scan] : '', about: file.about };
}

/** The states of the files of one document. Names the page of each when they differ. */
export function statesOf({ pages }: Pick<SlotFiles, 'pages'>, isScanned: boolean): readonly FileState[] {
  const states = pages.map((file) => stateOf(file, isScanned));
  const [first, ...more] = states;
  if (!first || more.length === 0) return states;
  const isSame = more.every(({ tag, text }) => tag === first.tag && text === first.text);
  if (isSame && first.colour === 'green') return [{ ...first, tag: pagesThere(states.length), about: '' }];
  return states.map((state, index) => ({ ...state, tag: `Page ${index + 1}: ${lower(state.tag)}` }));
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The tag of a document whose pages are all there. */
export const pagesThere = (count: number) => `${count} pages ${lower(tags.there)}`;

/** The label of the file input. */
export function labelOf({ awaited, replaces, evidenceIds }: FileSlot): string {
  if (awaited === undefined) return 'Select the file';
  if (replaces === undefined) return `Select the file for page ${evidenceIds.length + 1}`;
  return evidenceIds.length > 1
    ? `Select the new file for page ${place(evidenceIds, replaces)}`
    : 'Select the new file';
}

/** The number of a page, from 1. */
export const place = (ids: readonly string[], id: string) => ids.indexOf(id) + 1;

/** Why a draft takes no more files, and what to do. Empty while it takes more. */
export function fullIn(draft: Parameters<typeof hasRoom>[0]): string {
  return hasRoom(draft) ? '' : `${MOST_FILES_WORDS} ${MAKE_ROOM}`;
}
