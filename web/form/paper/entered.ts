import type { Draft } from '#domain/draft/draft.ts';
import type { Entry } from '#domain/draft/paper-entry.ts';
import { plainDate } from '#domain/values/dates.ts';
import { wayInWords } from '../../components/record/entered.ts';
import type { Answers } from '../engine/fields.ts';

const BY_STAFF = 'entered-by-staff';

/** What a draft of staff begins with. No page asks for it, so no page can change it; it says which pages are asked. */
export const answersOfStaff: Answers = { [BY_STAFF]: 'yes' };

export const isByStaff = (answers: Answers) => answers[BY_STAFF] === 'yes';

/** That staff enter this referral, from what, and the day by which it is judged; empty for everybody else's. */
export function enteredLine({ entry }: Pick<Draft, 'entry'>): string {
  return entry ? `Entered by staff ${wayInWords(entry.cameBy)}, arrived on ${plainDate(entry.arrivedOn)}.` : '';
}

/** What a section of the form is called: to staff, "you" would be somebody else. */
export function sectionInWords(title: string, entry: Entry | undefined): string {
  return entry && title === 'You and your organisation' ? 'The referrer and their organisation' : title;
}

/** What is declared of a referral when it is sent. */
export function declarationOf(entry: Entry | undefined): string {
  if (!entry) return 'What I have written is true as far as I know, and the parents agree to my sending it.';
  return 'This is a true copy of what came, and what came says that the parents agree to the referral.';
}
