import type { Draft } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import { plainDate } from '#domain/values/dates.ts';
import { wayInWords } from '../../components/record/entered.ts';
import type { Answers } from '../engine/fields.ts';

const BY_STAFF = 'entered-by-staff';

/** The first answers of a draft by staff. No page asks for them, so no page can change them. */
export const answersOfStaff: Answers = { [BY_STAFF]: 'yes' };

export const isByStaff = (answers: Answers) => answers[BY_STAFF] === 'yes';

/** Says that staff enter this referral, from what, and when it arrived. Empty for any other. */
export function enteredLine({ entry }: Pick<Draft, 'entry'>): string {
  return entry ? `Entered by staff ${wayInWords(entry.cameBy)}. It arrived on ${plainDate(entry.arrivedOn)}.` : '';
}

/** The title of a section, without "you" for staff, who are not the referrer. */
export function sectionInWords(title: string, entry: Entry | undefined): string {
  return entry && title === 'You and your organisation' ? 'The referrer and their organisation' : title;
}

/** What a referrer and staff confirm when they send a referral. */
export const declarations = {
  referrer: 'This is true as far as I know, and the parents agree to me sending it',
  staff: 'This is a true copy of what we received, and it says that the parents agree',
  byPhone: 'This is a true record of what the referrer told us, and they said that the parents agree',
} as const;

export function declarationOf(entry: Entry | undefined): string {
  if (!entry) return declarations.referrer;
  return entry.cameBy === 'PHONE' ? declarations.byPhone : declarations.staff;
}
