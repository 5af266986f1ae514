import type { KnownEvent } from '#domain/case/event.ts';
import { plainDate } from '#domain/values/dates.ts';
import { eventInWords } from './event-words.ts';

const tellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ IN_PERSON: 'in person', BY_PHONE: 'by phone', IN_WRITING: 'in writing' },
    ...{ BY_EMAIL: 'by our email', BY_POST: 'by a letter that we posted' },
  }),
);

/** How and when the family was told, or that no one tells them. Who did, or why not, is for staff. */
export function familyToldInWords({ how, on }: Extract<KnownEvent, { event: 'FAMILY_TOLD' }>): string {
  if (how === 'NOT_TOLD') return 'It was decided that no one tells the family';
  const way = tellings.get(how);
  return `${eventInWords('FAMILY_TOLD')}${way ? ` ${way}` : ''}${on ? ` on ${plainDate(on)}` : ''}`;
}
