import { addDays, londonDateOf } from '../values/dates.ts';
import { liveBlock } from './block.ts';
import type { Support } from './support.ts';

/** After how many weeks someone looks at a block of home visits that is still open, and again after as many. Source: local choice. */
export const LONG_BLOCK_WEEKS = 26;

/** How often a block has been open for so long on this local date: 0 where it has not, and once it has ended. */
export function longBlockOn(support: Pick<Support, 'block' | 'status'>, today: string): number {
  const block = liveBlock(support);
  if (!block) return 0;
  let n = 0;
  while (addDays(londonDateOf(block.since), LONG_BLOCK_WEEKS * 7 * (n + 1)) < today) n += 1;
  return n;
}
