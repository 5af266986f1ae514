import type { Case } from '#domain/case/case.ts';
import { otherServiceOf } from '#domain/case/sent-to.ts';
import { hasFailed } from '#domain/case/unreached.ts';
import { serviceNameOf } from '#domain/service/description/other-services.ts';
import type { ServiceDescription } from '#domain/service/description/schema.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { sharedWords as words } from './words.ts';

const day = (at: string) => plainDate(londonDateOf(at));

/** How far sharing with another service has come, for staff whom its referrer or the family calls. Blank while nothing is shared. */
export function sharedInWords(theCase: Case, description: ServiceDescription): readonly string[] {
  const { shared } = theCase;
  if (!shared) return [];
  const agreed = words.agreed(serviceNameOf(otherServiceOf(theCase), description), day(shared.agreedAt));
  if (shared.openedAt !== undefined) return [agreed, words.opened(day(shared.openedAt))];
  if (hasFailed(theCase, (notice) => notice.startsWith('ADVISORY_'))) return [agreed, words.undelivered];
  if (shared.chasedAt !== undefined) return [agreed, words.chased(day(shared.chasedAt))];
  return [
    agreed,
    shared.dueAt === undefined || shared.askedAt === undefined ? words.sending : words.unopened(day(shared.dueAt)),
  ];
}
