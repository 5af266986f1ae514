import { liveBlock, openVisit, visitBegins } from '#domain/support/block.ts';
import type { Support } from '#domain/support/support.ts';
import { supportForFamily, supportWords } from './support-words.ts';

/** How far support has come, as the family reads it: never a day or a place. Undefined while the child waits for an offer. */
export function supportSaid(support: Support | undefined, now: string): string | undefined {
  return support && (visitsSaid(support, now) ?? supportForFamily(support.status));
}

/** Between the first visit that was planned and the day on which support begins. */
function visitsSaid(support: Support, now: string): string | undefined {
  const block = support.status === 'ACCEPTED' ? liveBlock(support) : undefined;
  if (!block || block.visits.length === 0) return undefined;
  const next = openVisit(block);
  return next && visitBegins(next) >= now ? supportWords.visitPlanned : supportWords.nextDay;
}
