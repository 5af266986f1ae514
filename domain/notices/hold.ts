import type { Task } from '../case/case.ts';
import { actorCode } from '../people/actor.ts';
import { personCode } from '../people/code.ts';
import type { Staff } from '../people/on-duty.ts';
import { addDays, londonDateOf, plusMinutes } from '../values/dates.ts';
import type { WorkingCalendar } from '../values/working-calendar.ts';
import { workingMorning } from '../values/working-days.ts';
import type { NoticeKind } from './notice.ts';

/** After the morning's reminders have been worked out, in minutes. */
const GATHERED = 10;
/** No longer than this does anything ride along: by then it goes by itself, in days. */
const LONGEST = 28;

/**
 * Whether a notice to staff waits for their digest. AT_ONCE: it goes alone, now. MORNING: the next one, however little else
 * there is. ALONG: it stands in whichever goes next, and makes none go.
 */
export type Hold = 'AT_ONCE' | 'MORNING' | 'ALONG';

/** What is asked of everyone who decides. Who is on duty, and a deputy, hear of it at once. */
const forDuty: ReadonlySet<NoticeKind> = new Set(['TRIAGE_REQUEST', 'DUPLICATE_REQUEST', 'SUSPICIOUS_REQUEST']);

const reminders: ReadonlySet<NoticeKind> = new Set(['TRIAGE_REMINDER', 'DUPLICATE_REMINDER', 'SUSPICIOUS_REMINDER']);

/** What waits for no morning: the next letter or call could hurt a family, a decision is about to take effect, or a record is open. */
const alone: ReadonlySet<NoticeKind> = new Set([
  ...([
    'TEAM_CHILD_DIED',
    'TEAM_CAME_BACK',
    'TEAM_PRINT_AGAIN',
    'TEAM_SECOND_PERSON',
    'TEAM_NEW_LINK',
    'TEAM_DIGEST',
    'TEAM_RING_FAMILY',
    'TEAM_EXTENSION_ASKED',
    'TEAM_EXTENSION_DECIDED',
    'TEAM_JOINT_UNANSWERED',
    'TEAM_JOINT_ANSWERED',
    'TEAM_RECORD_OPENED',
  ] as const),
]);

/**
 * When this person hears of it. The first reminder of a task wakes who is on duty and a deputy; from the second on it wakes
 * everyone. Until then the others find it in their work and in their next digest. Operators decide nothing, so they have none and
 * what they are told goes alone. Only members of staff have one.
 */
export function holdOf(
  kind: NoticeKind,
  to: string,
  { duty, operators = [] }: Pick<Staff, 'duty' | 'operators'>,
  { round, claim }: Pick<Task, 'round' | 'claim'> = { round: 0 },
): Hold {
  if (!to.startsWith('PERSON:') || alone.has(kind)) return 'AT_ONCE';
  if (kind === 'OPERATOR_ESCALATION' && operators.some((person) => personCode(person) === to)) return 'AT_ONCE';
  const isOnDuty = duty.some((person) => personCode(person) === to);
  if (kind === 'TEAM_STOPPED') return 'ALONG';
  // An answer returns to who asked, or to who covers for them.
  const isTheirs = claim !== undefined && actorCode(claim.by) === to;
  if (forDuty.has(kind)) return isOnDuty || isTheirs ? 'AT_ONCE' : 'ALONG';
  return reminders.has(kind) && round < 2 && !isOnDuty ? 'ALONG' : 'MORNING';
}

/** The instant at which what is held goes at the latest. */
export function heldUntil(hold: Exclude<Hold, 'AT_ONCE'>, now: string, calendar: WorkingCalendar): string {
  return hold === 'MORNING' ? digestAfter(now, calendar) : digestOn(addDays(londonDateOf(now), LONGEST), calendar);
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

/** The queue of what waits for the digest of this person. */
export function heldQueue(to: string): string {
  return `DIGEST#${to}`;
}
