import type { Row } from '../process/rows.ts';
import { addDays, daysBetween, londonDateOf } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { workingDayBefore } from '../values/working-days.ts';
import type { ListsLine } from './lists-notice.ts';

/** After how many days without an answer someone should call the family. Source: local choice. */
export const SCHOOL_ANSWER_DAYS = 14;

const said = {
  SCHOOL_TO_CONFIRM: 'Start school this September, and no one has decided if they are invited',
  SCHOOL_NO_ANSWER: `No answer to the invitation for ${SCHOOL_ANSWER_DAYS} days`,
} as const;

/** What a digest says of Starting School, by its code. */
export const schoolLineWords: ReadonlyMap<string, string> = new Map(Object.entries(said));

/** The summer term that staff plan on this local date: from September on, that of the year after. */
export function schoolYearOn(today: string): number {
  const year = Number(today.slice(0, 4));
  return today >= `${year}-09-01` ? year + 1 : year;
}

const A_MONDAY = '1970-01-05';
const weekOf = (on: string) => Math.floor(daysBetween(A_MONDAY, on) / 7);

/** Whether service managers are told on this working day what is to be done: on the first of a week, from February to July. */
export function isSchoolPromptOn(today: string, calendar: WorkingCalendar): boolean {
  const isSpring = today.slice(5) >= '02-01' && today.slice(5) <= '07-31';
  return isSpring && weekOf(workingDayBefore(today, calendar)) < weekOf(today);
}

/** Whether the invitation of this row has had no answer for too long. */
export function isUnanswered({ more }: Pick<Row, 'more'>, now: string): boolean {
  return (
    more?.school === 'INVITED' && londonDateOf(more.schoolAt ?? now) <= addDays(londonDateOf(now), -SCHOOL_ANSWER_DAYS)
  );
}

/** Of how many children of a year there is what to do; nothing where there is none. */
export function schoolLines(rows: readonly Pick<Row, 'more'>[], now: string): ListsLine[] {
  return [
    { prompt: 'SCHOOL_TO_CONFIRM', children: rows.filter(({ more }) => more?.school === undefined).length },
    { prompt: 'SCHOOL_NO_ANSWER', children: rows.filter((row) => isUnanswered(row, now)).length },
  ].filter(({ children }) => children > 0);
}
