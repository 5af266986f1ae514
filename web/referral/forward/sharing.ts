import type { Case } from '#domain/case/case.ts';
import { hasFailed } from '#domain/case/unreached.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { forwardWords as words } from '../words.ts';

const day = (at: string) => plainDate(londonDateOf(at));

/** How far sharing with another service has come, for the referrer; undefined while nothing is shared. */
export function sharingInWords({ shared, ...theCase }: Pick<Case, 'shared' | 'unreached'>): string[] | undefined {
  if (!shared) return undefined;
  const confirmed = words.confirmed(day(shared.agreedAt));
  if (shared.openedAt !== undefined) return [confirmed, words.emailed, words.opened(day(shared.openedAt))];
  if (hasFailed(theCase, (notice) => notice.startsWith('ADVISORY_'))) return [confirmed, words.undelivered];
  if (shared.chasedAt !== undefined) return [confirmed, words.emailed, words.chased(day(shared.chasedAt))];
  if (shared.askedAt === undefined || shared.dueAt === undefined) return [confirmed, words.sending];
  return [confirmed, words.emailed, words.unopened(day(shared.dueAt))];
}
