import { isCanary, WALK_DAYS } from '../canary/mark.ts';
import type { Case } from '../case/case.ts';
import { addDays, londonDateOf, plusMinutes } from '../values/dates.ts';
import { deliverable } from './outbox.ts';
import { isDone, machineSchema, type Run } from './run.ts';

/** As long after its last change is a run left alone: its workflow may be at work, or be too young to be described. In minutes. */
const GRACE = 2;
/** So long after it ended is it looked at whether its workflow has ended too, in days: a night that failed is made up for. */
const RECENT = 3;

/** What people or a family must do next, so that its workflow waits under a token. */
const WAITS: ReadonlySet<string> = new Set([
  ...['TRIAGE', 'QUARANTINE', 'HOLD', 'ASK_REFERRER'],
  ...['OFFER', 'BEGIN', 'BLOCK', 'EXTENSION'],
]);

/** Whether something that was stored at this instant is left alone yet, because someone may still be at work on it. */
export function isYoung(at: string, now: string): boolean {
  return now < plusMinutes(at, GRACE);
}

/** A run, and of a case also whose it is and when it came. */
export type Seen = Run & Partial<Pick<Case, 'caller' | 'receivedAt'>>;

/** Whether this is a walk of the canary that got stuck: its record will be erased, and an execution would wake to find none. */
export function isWalkOver({ caller, receivedAt }: Seen, now: string): boolean {
  if (caller === undefined || receivedAt === undefined || !isCanary({ caller })) return false;
  return addDays(londonDateOf(receivedAt), WALK_DAYS) <= londonDateOf(now);
}

/**
 * What the execution of a run should be doing. Undefined where no one can tell: it has just changed, something is owed to it,
 * which the sweeper delivers, it is parked, a decision is about to take effect, or it ended long ago.
 */
export function executionShould(run: Seen, now: string): 'RUN' | 'HAVE_ENDED' | undefined {
  if (!machineSchema.safeParse(run.machine).success || isYoung(run.updatedAt, now)) return undefined;
  if (isWalkOver(run, now)) return 'HAVE_ENDED';
  if (run.parked || deliverable(run.outbox).length > 0 || run.task?.decision !== undefined) return undefined;
  if (!isDone(run)) return 'RUN';
  return londonDateOf(run.updatedAt) >= addDays(londonDateOf(now), -RECENT) ? 'HAVE_ENDED' : undefined;
}

/**
 * Why the workflow of a run waits for nothing, though it runs: there is no task that would ever wake it, or the task has lost the
 * token that does. Undefined where it has both, or waits for no one.
 */
export function waitsInVain(run: Pick<Run, 'next' | 'task'>): 'NO_TASK' | 'NO_TOKEN' | undefined {
  if (!WAITS.has(run.next)) return undefined;
  if (run.task === null) return 'NO_TASK';
  return tokenWaited(run) === undefined ? 'NO_TOKEN' : undefined;
}

/** The token under which the workflow of a run should be waiting; undefined where it waits under none. */
export function tokenWaited({ next, task }: Pick<Run, 'next' | 'task'>): string | undefined {
  if (!WAITS.has(next) || task === null || !('token' in task)) return undefined;
  return typeof task.token === 'string' ? task.token : undefined;
}
