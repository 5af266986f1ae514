import { personCode } from '../people/code.ts';
import type { Staff } from '../people/on-duty.ts';
import { addDays, daysBetween, londonDateOf, plusMinutes } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { workingMorning } from '../values/working-days.ts';
import type { NoticeKind } from './notice.ts';

/** After the morning's reminders have been worked out, in minutes. */
const GATHERED = 10;
const A_MONDAY = '1970-01-05';

/**
 * Whether a notice to staff waits for their digest. AT_ONCE: it goes alone, now. MORNING: the next one, however little else
 * there is. WEEK: with whatever goes first, and by the beginning of the next week at the latest.
 */
export type Hold = 'AT_ONCE' | 'MORNING' | 'WEEK';

/** What is asked of everyone who decides. Who is on duty, and a deputy, hear of it at once. */
const forDuty: ReadonlySet<NoticeKind> = new Set(['TRIAGE_REQUEST', 'DUPLICATE_REQUEST', 'SUSPICIOUS_REQUEST']);

const reminders: ReadonlySet<NoticeKind> = new Set(['TRIAGE_REMINDER', 'DUPLICATE_REMINDER', 'SUSPICIOUS_REMINDER']);

/** What waits for no morning: a family could be hurt by the next letter or call, or asked us to be quick. */
const alone: ReadonlySet<NoticeKind> = new Set(['TEAM_CHILD_DIED', 'TEAM_CAME_BACK', 'TEAM_NEW_LINK', 'TEAM_DIGEST']);

/**
 * When this person hears of it. The first reminder of a task wakes who is on duty; from the second on it wakes everyone. Only
 * members of staff have a digest.
 */
export function holdOf(kind: NoticeKind, to: string, { duty }: Pick<Staff, 'duty'>, round = 0): Hold {
  if (!to.startsWith('PERSON:') || alone.has(kind)) return 'AT_ONCE';
  const isOnDuty = duty.some((person) => personCode(person) === to);
  if (forDuty.has(kind)) return isOnDuty ? 'AT_ONCE' : 'WEEK';
  return reminders.has(kind) && round < 2 && !isOnDuty ? 'WEEK' : 'MORNING';
}

/** The instant at which what is held goes at the latest. */
export function heldUntil(hold: Exclude<Hold, 'AT_ONCE'>, now: string, calendar: WorkingCalendar): string {
  return hold === 'MORNING' ? digestAfter(now, calendar) : digestOn(nextMonday(londonDateOf(now)), calendar);
}

/** When the next digests go: on a working morning after this instant, once its reminders have been worked out. */
export function digestAfter(now: string, calendar: WorkingCalendar): string {
  const today = londonDateOf(now);
  const first = digestOn(today, calendar);
  return first > now ? first : digestOn(addDays(today, 1), calendar);
}

/** When the digests of this date go, or of the first working day after it. */
export function digestOn(date: string, calendar: WorkingCalendar): string {
  return plusMinutes(workingMorning(date, calendar), GATHERED);
}

function nextMonday(date: string): string {
  return addDays(date, 7 - (daysBetween(A_MONDAY, date) % 7));
}

/** The queue of what waits for the digest of this person. */
export function heldQueue(to: string): string {
  return `DIGEST#${to}`;
}
