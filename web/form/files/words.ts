import { hasRoom, MOST_FILES } from '#domain/draft/files.ts';
import type { LookedAt, SlotFiles } from './inspect.ts';
import type { FileSlot } from './slot.ts';

export interface FileState {
  readonly tag: string;
  readonly colour: 'green' | 'yellow' | 'red';
  readonly text: string;
}

/** How one file stands, for people. Nothing is said of harmful content where nothing looks for it. */
export function stateOf(file: LookedAt, isScanned: boolean): FileState {
  if (!file.isThere) return { tag: 'Not added yet', colour: 'yellow', text: '' };
  if (file.problem !== '') return { tag: 'Cannot be used', colour: 'red', text: file.problem };
  const scan = file.scan === 'PENDING' ? 'It is being checked for harmful content.' : 'Nothing harmful found.';
  return { tag: 'Arrived', colour: 'green', text: isScanned ? scan : '' };
}

/** How the files of one document stand, each problem with its page where there are several. */
export function statesOf({ pages }: Pick<SlotFiles, 'pages'>, isScanned: boolean): readonly FileState[] {
  const states = pages.map((file) => stateOf(file, isScanned));
  const [first, ...more] = states;
  if (!first || more.length === 0) return states;
  const name = (index: number) => (index < 0 ? `${states.length} pages` : `Page ${index + 1}`);
  const isSame = more.every(({ tag, text }) => tag === first.tag && text === first.text);
  if (isSame && first.colour === 'green') return [{ ...first, tag: `${name(-1)} arrived` }];
  return states.map((state, index) => ({ ...state, tag: `${name(index)}: ${lower(state.tag)}` }));
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** Which file of a document is to be chosen. */
export function labelOf({ awaited, replaces, evidenceIds }: FileSlot): string {
  if (awaited === undefined) return 'Choose the file';
  if (replaces === undefined) return `Choose the file of page ${evidenceIds.length + 1}`;
  return evidenceIds.length > 1 ? `Choose the new file of page ${place(evidenceIds, replaces)}` : 'Choose the new file';
}

/** The number of a page, as people count. */
export const place = (ids: readonly string[], id: string) => ids.indexOf(id) + 1;

/** What is said of a draft that takes no further file, and what to do instead; empty while it does. */
export function fullIn(draft: Parameters<typeof hasRoom>[0]): string {
  if (hasRoom(draft)) return '';
  return `The documents of one referral can have ${MOST_FILES} files in all, and there is no room for another. Remove one that is not needed, or put several pages into one file, such as a PDF, and replace a file with it.`;
}
