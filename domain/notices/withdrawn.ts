import type { Case } from '../case/case.ts';

/** Whether the child has ever been on a list, so that the family may have had a letter about it. */
export function wasListed({ listedAt }: Pick<Case, 'listedAt'>): boolean {
  return listedAt !== undefined;
}
