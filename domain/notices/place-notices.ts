import type { Case } from '../case/case.ts';
import { placeMark } from '../case/place-told.ts';
import type { NoticeKind } from './notice.ts';

/** Each change of a place is told of by itself. */
export function placeBatch(theCase: Pick<Case, 'list'>): {
  readonly kinds: readonly NoticeKind[];
  readonly about?: string;
} {
  const about = placeMark(theCase);
  const kinds = ['FAMILY_PLACE', 'TEAM_PRINT_PLACE', 'TEAM_TELL_PLACE', 'REFERRER_PLACE'] as const;
  return about === undefined ? { kinds: [] } : { kinds, about };
}
