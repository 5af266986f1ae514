import type { Case } from '../case/case.ts';
import { schoolMark } from '../case/school.ts';
import { datesInWords, hoursInWords, type SchoolSessions, sessionsFor } from '../people/school-sessions.ts';
import type { NoticeKind } from './notice.ts';

/** The invitation to Starting School: by email, or else by a letter or a person, once a year. */
export function schoolBatch(theCase: Case): { readonly kinds: readonly NoticeKind[]; readonly about?: string } {
  const about = schoolMark(theCase);
  const kinds = ['FAMILY_SCHOOL', 'TEAM_PRINT_SCHOOL', 'TEAM_TELL_SCHOOL'] as const;
  return about === undefined ? { kinds: [] } : { kinds, about };
}

/**
 * What an invitation says: the year, and when and where the sessions are. They are left out where the letter must not tell who finds
 * it where the family goes. Null where no one is invited.
 */
export function schoolFacts(
  theCase: Pick<Case, 'school'> | undefined,
  settings: { readonly startingSchool?: readonly SchoolSessions[] | undefined },
  mayShow: boolean,
) {
  const invited = theCase?.school?.invited;
  if (!invited) return null;
  const sessions = mayShow ? sessionsFor(settings, invited.year, invited.town) : [];
  return {
    year: invited.year,
    towns: sessions.map((one) => ({ town: one.town, hours: hoursInWords(one), dates: datesInWords(one) })),
  };
}
