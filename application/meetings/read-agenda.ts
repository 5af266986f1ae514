import { isOfRules } from '#domain/case/asked-why.ts';
import type { Case } from '#domain/case/case.ts';
import { decisionOn, openTask } from '#domain/case/decide.ts';
import { isDeferredTo } from '#domain/case/deferred.ts';
import type { Minute } from '#domain/case/minute.ts';
import { waitsForAnswer } from '#domain/case/questioned.ts';
import { taskDueAt } from '#domain/case/task.ts';
import { lastDayToAnswer } from '#domain/case/waiting.ts';
import { isPastMeeting, type Meeting, meetingEndsAt, meetingsToCome } from '#domain/people/meetings.ts';
import type { AgendaEntry, Sitting } from '#domain/people/sitting.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, Indexes, MeetingStore } from '#domain/ports/stores.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { Policy } from '#domain/service/policy.ts';

export interface AgendaDeps {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly indexes: Pick<Indexes, 'work'>;
  readonly meetings: MeetingStore;
  readonly policy: Policy;
  readonly now: Now;
}

/** One referral on the agenda of a meeting. */
export interface AgendaItem extends AgendaEntry {
  readonly theCase: Case;
  /** By when it is to be decided; undefined once it is. */
  readonly due: string | undefined;
  readonly isDeferred: boolean;
  /** What was decided of it, also while it can be undone; undefined while it is open. */
  readonly outcome: string | undefined;
  /** The meeting to which that deferred it. */
  readonly deferredTo: Meeting | undefined;
  /** Whether people can decide on it now. */
  readonly isOpen: boolean;
  /** The last day on which the referrer can answer what the team asked; undefined where the team waits for no answer. */
  readonly waitingUntil: string | undefined;
  readonly minute: Minute | undefined;
}

/** The agenda of one meeting, and what is kept of it. */
export interface Agenda {
  readonly meeting: Meeting;
  readonly sitting: Sitting | undefined;
  readonly items: readonly AgendaItem[];
}

/** The meeting of today, or the next one; undefined where the calendar has none to come. */
export function nextMeeting(calendar: readonly Meeting[] | undefined, now: string): Meeting | undefined {
  return calendar?.find((meeting) => !isPastMeeting(meeting, now));
}

/**
 * The agenda of a meeting: first what was on it when people sat down, then what is due by its end and at no meeting before.
 * What was deferred to it comes first, then the first due, last what waits for an answer of its referrer while this meeting is
 * the next one. Each is read as it is now. A past meeting gains nothing more.
 */
export function readAgenda(deps: AgendaDeps) {
  return async (calendar: readonly Meeting[], meeting: Meeting): Promise<Agenda> => {
    const isPast = isPastMeeting(meeting, deps.now());
    const [sitting, due, waiting] = await Promise.all([
      deps.meetings.readSitting(meeting.on),
      isPast ? [] : dueAt(deps, calendar, meeting),
      isPast ? [] : waitingFor(deps, calendar, meeting),
    ]);
    const found: readonly AgendaEntry[] = [...due, ...waiting];
    const known = sitting?.agenda ?? [];
    const added = found.filter(({ taskId }) => !known.some((entry) => entry.taskId === taskId));
    const read = (entries: readonly AgendaEntry[]) =>
      Promise.all(entries.map((entry) => readItem(deps, entry, meeting))).then((items) =>
        items.flatMap((one) => one ?? []),
      );
    const [before, after] = await Promise.all([read(known), read(added)]);
    return { meeting, sitting, items: [...before, ...after.filter(isForMeeting).toSorted(inOrder)] };
  };
}

/** Where people decide still: what no one decided in time waits for an operator too, and people can decide it meanwhile. */
const TO_DECIDE = ['TRIAGE', 'PARKED'] as const;

/** What the index says is due by the end of this meeting, and not at one before it that is still to come. */
async function dueAt({ indexes, now }: AgendaDeps, calendar: readonly Meeting[], meeting: Meeting) {
  const before = calendar.findLast((one) => one.on < meeting.on && !isPastMeeting(one, now()));
  const [from, until] = [before ? meetingEndsAt(before) : '', meetingEndsAt(meeting)];
  const rows = (await Promise.all(TO_DECIDE.map((queue) => indexes.work(queue, MOST_OPEN)))).flat();
  return rows.flatMap(({ reference, kind, taskId, due = '' }) =>
    taskId !== undefined && kind === 'TRIAGE' && due > from && due <= until ? [{ reference, taskId }] : [],
  );
}

/** A referral about which the team waits for its referrer stands on the next agenda, whichever that is by then. */
async function waitingFor({ indexes, now }: AgendaDeps, calendar: readonly Meeting[], meeting: Meeting) {
  if (meetingsToCome(calendar, now()).at(0)?.on !== meeting.on) return [];
  const rows = await indexes.work('REFERRER', MOST_OPEN);
  return rows.flatMap(({ reference, taskId, why = '' }) =>
    taskId === undefined || isOfRules(why) ? [] : [{ reference, taskId, isWaiting: true }],
  );
}

/** Whether people still decide on it, or still wait for its referrer: only that is printed and read aloud. */
export function isForMeeting({ isOpen, waitingUntil }: Pick<AgendaItem, 'isOpen' | 'waitingUntil'>): boolean {
  return isOpen || waitingUntil !== undefined;
}

async function readItem(
  { cases, meetings, policy }: AgendaDeps,
  { reference, taskId, isWaiting = false }: AgendaEntry,
  meeting: Meeting,
): Promise<AgendaItem | undefined> {
  const [theCase, minute] = await Promise.all([cases.readCase(reference), meetings.readMinute(reference, taskId)]);
  if (!theCase) return undefined;
  const [open, decision] = [openTask(theCase, taskId), decisionOn(theCase, taskId)];
  return {
    ...{ reference, taskId, theCase, minute, isWaiting },
    due: open && !isWaiting ? taskDueAt(open) : undefined,
    isDeferred: isDeferredTo(theCase, meeting),
    outcome: decision?.outcome,
    deferredTo: decision?.deferredTo,
    isOpen: open !== undefined && !isWaiting,
    waitingUntil: open && isWaiting && waitsForAnswer(theCase) ? lastDayToAnswer(open, policy) : undefined,
  };
}

function inOrder(one: AgendaItem, other: AgendaItem): number {
  const key = ({ isDeferred, due, waitingUntil = '', reference }: AgendaItem) =>
    `${isDeferred ? 0 : 1}#${due ?? '9'}#${waitingUntil}#${reference}`;
  return key(one) < key(other) ? -1 : 1;
}
