import { isTheirs, openWork, type StaffWork, type StaffWorkDeps } from '#application/access/staff-work.ts';
import type { Case } from '#domain/case/case.ts';
import { minutedTask } from '#domain/case/minute.ts';
import { isBackFromReferrer } from '#domain/case/questioned.ts';
import { personCode } from '#domain/people/code.ts';
import { type Staff, staffOn } from '#domain/people/on-duty.ts';
import type { Person } from '#domain/people/person.ts';
import { isOverdue } from '#domain/people/remind-todo.ts';
import { ROLE_QUEUES, todoQueue } from '#domain/people/todo.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { whyInWords } from '../../components/record/history-whys.ts';
import { taskTextsOf } from '../decide/task-texts.ts';
import type { StaffDeps } from '../deps.ts';
import { meetingWords } from '../meetings/words.ts';
import { todoTitleOf } from '../todo/kinds.ts';
import { stopListWords } from './stop-words.ts';
import { todayWords } from './words.ts';

export interface TodayDeps extends StaffWorkDeps, Pick<StaffDeps, 'now' | 'readTeam'> {
  readonly indexes: Pick<Indexes, 'work'>;
}

/** A task or a TODO that is open and asked of a person. */
export interface AskedTask {
  readonly reference: string;
  readonly id: string;
  readonly title: string;
  /** Since when it waits, or by when it is to be done. */
  readonly when: string;
  readonly isOverdue: boolean;
  /** Of a referral that came back to the team: whether its referrer answered, or that it was reopened. */
  readonly news?: string;
  /** Only of what is done beside the decisions. */
  readonly due?: string;
  /** Of a result by computer that someone is to see: of which referral, and by which criterion. */
  readonly stop?: string;
  /** A task that a meeting has minuted; `id` is the task's. */
  readonly isWriteUp?: boolean;
}

type Found = Awaited<ReturnType<Indexes['work']>>[number];

/** A case that no one decided in time is parked, and its task is open still. */
const TASKS = ['SUSPICIOUS', 'DUPLICATE', 'TRIAGE', 'PARKED'] as const;
/** As many of a queue as one meeting decides; the oldest come first. */
const MOST = 50;

/**
 * What this person is asked to do: the open tasks by queue, the longest waiting first, then what is to be done beside them,
 * the first due first. Each is read as it is now.
 */
export async function openTasksOf(deps: TodayDeps, person: Person): Promise<AskedTask[]> {
  const queues = [...TASKS, todoQueue(personCode(person)), ...ROLE_QUEUES];
  const [team, ...rows] = await Promise.all([
    deps.readTeam(),
    ...queues.map((queue) => deps.indexes.work(queue, MOST)),
  ]);
  const staff = staffOn(team, londonDateOf(deps.now()));
  const found = await Promise.all(rows.flat().map((row) => readTask(deps, person, staff, row)));
  const asked = found.flatMap((task) => task ?? []);
  // What was minuted is to be written up: that says it all of its task.
  const tasks = asked.filter((one) => one.isWriteUp || !asked.some(({ id, isWriteUp }) => isWriteUp && id === one.id));
  // A death has a TODO for each who must hear of it, and one page for them all.
  const each = tasks.filter(({ title }, n) => tasks.findIndex((one) => one.title === title) === n);
  return each.toSorted((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
}

async function readTask(deps: TodayDeps, person: Person, staff: Staff, row: Found): Promise<AskedTask | undefined> {
  const work = row.taskId === undefined ? undefined : await openWork(deps, row.reference, row.taskId);
  if (!work || !isTheirs(work, person, staff)) return undefined;
  return shown(work, row, deps.now());
}

/** What came of the question of the team, or that it was reopened; undefined of a referral that did not come back. */
function newsOf(theCase: Case): string | undefined {
  if (!isBackFromReferrer(theCase)) return theCase.reopened ? todayWords.reopened : undefined;
  return theCase.askedAgain === 'NOT_ANSWERED' ? meetingWords.notAnswered : meetingWords.answered;
}

const day = (at: string) => plainDate(londonDateOf(at));

function shown(work: StaffWork, { reference, waitingSince }: Found, now: string): AskedTask | undefined {
  const { id } = work;
  if (work.kind === 'TODO') {
    const { kind, due, why } = work.todo;
    const title = todoTitleOf(kind, reference);
    // Who is named in a decision may read it, and need not.
    const when = kind === 'SECOND_PERSON' ? todayWords.readUntil(day(due)) : todayWords.due(day(due));
    const late = isOverdue(work.todo, now);
    const minuted = minutedTask(id);
    const written = minuted === undefined ? {} : { id: minuted, isWriteUp: true };
    const stop = kind === 'SEE_STOP' ? { stop: stopListWords.of(reference, whyInWords(why)) } : {};
    return title === undefined ? undefined : { reference, id, title, when, due, isOverdue: late, ...written, ...stop };
  }
  const title = taskTextsOf(work.task.kind)?.title(reference);
  const when = todayWords.since(day(waitingSince ?? work.task.openedAt));
  const news = newsOf(work.theCase);
  return title === undefined ? undefined : { reference, id, title, when, isOverdue: false, ...(news && { news }) };
}
