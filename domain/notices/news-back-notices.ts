import type { Case } from '../case/case.ts';
import { placeMark } from '../case/place-told.ts';
import { isSchoolOver } from '../case/school.ts';
import { isStuck } from '../case/tell-of-parked.ts';
import type { NoticeKind } from './notice.ts';
import { questionMoments } from './question-notices.ts';

const instead: ReadonlyMap<string, readonly NoticeKind[]> = new Map<string, readonly NoticeKind[]>(
  Object.entries({
    FAMILY_ASKED: ['TEAM_TELL_ASKED'],
    FAMILY_NOT_ANSWERED: ['TEAM_TELL_NOT_ANSWERED'],
    FAMILY_DELAYED: ['TEAM_TELL_DELAYED'],
    FAMILY_REOPENED: ['TEAM_PRINT_REOPENED', 'TEAM_TELL_REOPENED'],
    FAMILY_CHECK_IN: ['TEAM_PRINT_CHECK_IN', 'TEAM_TELL_CHECK_IN'],
    FAMILY_SCHOOL: ['TEAM_PRINT_SCHOOL', 'TEAM_TELL_SCHOOL'],
    FAMILY_PLAY: ['TEAM_PRINT_PLAY', 'TEAM_TELL_PLAY'],
    FAMILY_PLACE: ['TEAM_PRINT_PLACE', 'TEAM_TELL_PLACE'],
  }),
);

/** What asks staff to tell the news of emails that failed, by the table for families without email; none once it is old news. */
export function newsBackBatch(theCase: Case) {
  const { newsBack } = theCase;
  const kinds = (newsBack?.kinds ?? [])
    .filter((kind) => isNews(kind, theCase))
    .flatMap((kind) => instead.get(kind) ?? []);
  return newsBack ? { kinds, again: newsBack.nth, mark: `BACK${newsBack.nth}` } : { kinds };
}

function isNews(kind: string, theCase: Case): boolean {
  if (kind === 'FAMILY_ASKED') return questionMoments(theCase).includes('QUESTION_ASKED');
  if (kind === 'FAMILY_NOT_ANSWERED') return questionMoments(theCase).includes('NOT_ANSWERED');
  if (kind === 'FAMILY_DELAYED') return isStuck(theCase);
  if (kind === 'FAMILY_SCHOOL') return !isSchoolOver(theCase);
  return kind !== 'FAMILY_PLACE' || placeMark(theCase) !== undefined;
}
