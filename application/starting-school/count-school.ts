import type { ListsLine } from '#domain/notices/lists-notice.ts';
import { schoolLines, schoolYearOn } from '#domain/notices/school-lines.ts';
import type { Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';

/** More than one service accepts of a year. */
const MOST = 1_000;

/** Of how many children of this year there is what to do for Starting School, by one query of the index. */
export async function countSchool({
  indexes,
  now,
}: {
  readonly indexes: Pick<Indexes, 'startsSchoolIn'>;
  readonly now: Now;
}): Promise<ListsLine[]> {
  const at = now();
  return schoolLines(await indexes.startsSchoolIn(schoolYearOn(londonDateOf(at)), MOST), at);
}
