import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { type CaseEvent, isKnown } from '#domain/case/event.ts';
import { NOBODY_DECIDED } from '#domain/case/tell-of-parked.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Comment } from '#domain/people/comment.ts';
import { daysBetween, londonDateOf } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { type HistoryLine, staffHistory } from './history.ts';

const timelineWords = { comment: 'Comment by' } as const;

/** A wait of at least this many days is said as one. */
const LONG_DAYS = 2;

/** What changes nothing while someone is waited for. */
const routine: readonly string[] = [
  'REMINDER_DUE',
  'ESCALATED',
  'STILL_PARKED',
  'TASK_CLAIMED',
  'TASK_RELEASED',
  'TODO_HANDED_ON',
];

/** How long who was waited for, and the reminders meanwhile. */
interface Wait {
  readonly days: string;
  readonly waiting: string;
  readonly lines: readonly HistoryLine[];
}

interface Waited {
  readonly waiting: string | undefined;
  readonly lines: readonly HistoryLine[];
  readonly until: string | undefined;
}

export type TimelineEntry = HistoryLine | Wait;

/**
 * The history for staff in its order, in which each long wait is one entry that holds its reminders. The last wait lasts
 * until `today` while the case is open. No event is left out. `lines` says each event in the words of another reader.
 */
export function timelineOf(
  theCase: Pick<Case, 'history' | 'status'>,
  today: string,
  comments: readonly Comment[] = [],
  lines: readonly HistoryLine[] = staffHistory(theCase),
): TimelineEntry[] {
  const { history, status } = theCase;
  const entries: TimelineEntry[] = [];
  let i = 0;
  while (i < history.length) {
    const end = nextThatCounts(history, i + 1);
    const [event, line, later] = [history[i], lines[i], history[end]];
    const waiting = event && (waits.get(nameOf(event)) ?? (later || status !== 'ON_WAITING_LIST' ? NEXT : ON_LIST));
    const wait = {
      waiting,
      lines: meanwhile(lines.slice(i + 1, end), history.slice(i, end), comments, later),
      until: dayOf(later, status, today),
    };
    if (event && line) entries.push(line, ...afterwards(event, wait));
    i = end;
  }
  return entries;
}

/** The lines between an event and the next that counts, with what staff wrote meanwhile, in their order. */
function meanwhile(
  lines: readonly HistoryLine[],
  [first, ...routines]: readonly CaseEvent[],
  comments: readonly Comment[],
  later: CaseEvent | undefined,
): HistoryLine[] {
  const written = comments.filter(({ at }) => first && first.at <= at && (!later || at < later.at)).map(commentLine);
  const routine = lines.map((line, n) => ({ when: routines[n]?.at ?? '', line }));
  return [...routine, ...written].sort((one, other) => (one.when < other.when ? -1 : 1)).map(({ line }) => line);
}

function commentLine({ at, by, text }: Comment) {
  return { when: at, line: { at: instantInWords(at), said: `${timelineWords.comment} ${actorInWords(by)}: ${text}` } };
}

/** What stands between an event and the next that counts: one wait, or its reminders where it was short. */
function afterwards({ at }: CaseEvent, { until, waiting = NEXT, lines }: Waited): TimelineEntry[] {
  const days = until === undefined ? 0 : daysBetween(londonDateOf(at), until);
  return days < LONG_DAYS ? [...lines] : [{ days: `${days} days`, waiting, lines }];
}

function nextThatCounts(history: readonly CaseEvent[], from: number): number {
  const found = history.findIndex(({ event }, n) => n >= from && !routine.includes(event));
  return found === -1 ? history.length : found;
}

/** The day on which a wait ended: today where it has not, and none where the case has. */
function dayOf(event: CaseEvent | undefined, status: Case['status'], today: string): string | undefined {
  if (event) return londonDateOf(event.at);
  return isOpen(status) ? today : undefined;
}

const REFERRER = 'Waiting for the referrer';
const TEAM = 'Waiting for the team';
const ON_LIST = 'Waiting on the list';
const NEXT = 'Until the next step';

const waits: ReadonlyMap<string, string> = new Map([
  ['TRIAGE_OPENED', TEAM],
  ['TASK_REASSIGNED', TEAM],
  ['DECISION_UNDONE', TEAM],
  ['REFERRER_ASKED', REFERRER],
  ['LOOK_AGAIN_ASKED', TEAM],
  ['WITHDRAWAL_ASKED', 'Waiting for our team to speak with the family'],
  ['STAFF_ASKED_TO_TELL', 'Waiting for our team to tell the family'],
  ['HELD_AS_POSSIBLE_DUPLICATE', TEAM],
  ['HELD_AS_SUSPICIOUS', TEAM],
  ['LISTED', ON_LIST],
  ['BAND_CONFIRMED', ON_LIST],
  ['WITHDRAWAL_REFUSED', ON_LIST],
  ['WITHDRAWAL_NOT_REACHED', ON_LIST],
  ['PARKED', 'Waiting for an operator'],
]);

/** The name under which `waits` has an event: what it asked of whom counts. */
function nameOf(event: CaseEvent): string {
  if (!isKnown(event)) return '';
  if (event.event === 'TRIAGE_OPENED' && event.kind === 'REFERRER') return 'REFERRER_ASKED';
  return event.event === 'PARKED' && event.why === NOBODY_DECIDED ? 'TRIAGE_OPENED' : event.event;
}
