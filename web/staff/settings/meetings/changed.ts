import { plainDate } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import { meetingSettingsWords as words } from './words.ts';

/** What a change of the calendar brought with it. */
interface Changed {
  readonly closed: readonly string[];
  readonly followed: readonly string[];
}

/** As many references as an address holds well. */
const MOST_NAMED = 20;
const AT = '/staff/settings/meetings';

/** The address of the calendar after a change, which says what came of it. */
export function changedAt({ closed, followed }: Changed): string {
  const said = [
    ...(closed.length > 0 ? [`leftOut=${closed.join('+')}`] : []),
    ...(followed.length > 0 ? [`followed=${followed.slice(0, MOST_NAMED).join('+')}`] : []),
    ...(followed.length > MOST_NAMED ? [`more=${followed.length - MOST_NAMED}`] : []),
  ];
  return said.length > 0 ? `${AT}?${said.join('&')}` : AT;
}

/** The same as sentences; nothing of an address that was made up. */
export function changesInWords(query: Readonly<Partial<Record<string, string>>>): string[] {
  const closed = (query.leftOut ?? '').split(' ').filter((on) => /^\d{4}-\d\d-\d\d$/.test(on));
  const followed = (query.followed ?? '').split(' ').filter(isReference).slice(0, MOST_NAMED);
  const more = /^[1-9]\d{0,3}$/.test(query.more ?? '') ? Number(query.more) : 0;
  return [
    ...(closed.length > 0 ? [words.skipped(closed.map(plainDate).join(', '))] : []),
    ...(followed.length > 0 ? [words.followed(followed.join(', '), more)] : []),
  ];
}
