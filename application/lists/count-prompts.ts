import { PROMPTS } from '#domain/lists/prompt-words.ts';
import type { ListsLine } from '#domain/notices/lists-notice.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { MOST_ON_A_LIST, oneAChild } from './read-list.ts';
import { LISTS } from './read-lists.ts';

/** Of how many children on all lists there is something to look at, by what it is. Reads each list whole, once. */
export async function countPrompts(indexes: Pick<Indexes, 'list'>): Promise<ListsLine[]> {
  const read = ({ pathway, locality }: (typeof LISTS)[number]) => indexes.list(pathway, locality, MOST_ON_A_LIST);
  const rows = (await Promise.all(LISTS.map(read))).flatMap(oneAChild);
  return PROMPTS.map((prompt) => ({
    prompt,
    children: rows.filter(({ prompts = [] }) => prompts.includes(prompt)).length,
  })).filter(({ children }) => children > 0);
}
