import { type Actor, MACHINE } from '../people/actor.ts';
import { plusMinutes } from '../values/dates.ts';
import type { ProcessEvent } from './events.ts';
import { DEFINITION_TOO_OLD, executionName, isDone, type Run } from './run.ts';

/** When something happens, and under which version of the policy. */
export interface Moment {
  readonly now: string;
  readonly policyVersion: number;
}

/** What parking, starting and restarting change of an aggregate. */
export type RunPatch = Partial<Pick<Run, 'run' | 'parked' | 'outbox' | 'moveBy' | 'tooOld'>>;

/** How a kind of aggregate is changed, so that its workflow can be started, woken, parked and restarted like any other. */
export interface Recorder<Aggregate extends Run> {
  /** The aggregate with the patch applied and the events appended; a new deadline unless the patch sets one. */
  readonly change: (
    current: Aggregate,
    moment: Moment,
    patch: RunPatch,
    ...events: readonly ProcessEvent[]
  ) => Aggregate;
}

/** What the sweeper needs to know of a kind of aggregate beyond that. */
export interface Process<Aggregate extends Run> extends Recorder<Aggregate> {
  /** The aggregate once what people decided stands; undefined when nothing is due. */
  readonly settle: (current: Aggregate, moment: Moment) => Aggregate | undefined;
}

/** Once a workflow of its own has shown itself: the start is no longer owed. */
export function started<A extends Run>(recorder: Recorder<A>, current: A, moment: Moment): A {
  if (!current.outbox.some(({ kind }) => kind === 'START')) return current;
  const event = { event: 'WORKFLOW_STARTED', by: MACHINE, execution: executionName(current) } as const;
  return recorder.change(current, moment, { outbox: [] }, event);
}

/** With a wake-up owed to a wait that has begun for nothing: what was waited for has happened already. */
export function wakeOwed<A extends Run>(recorder: Recorder<A>, current: A, moment: Moment, token: string): A {
  return recorder.change(current, moment, { outbox: [{ kind: 'WAKE', token }] });
}

/** Minutes until a definition that was too old is tried again: doubled each time, an hour at most. */
const MOST_PAUSE = 60;

/**
 * Parked, with what people were doing still open: a decision counts. A deployment fixes a definition that is too old,
 * so the sweeper restarts that case by itself. Any other needs an operator.
 */
export function parked<A extends Run>(recorder: Recorder<A>, current: A, moment: Moment, why: string): A {
  if (current.parked || isDone(current)) return current;
  const event = { event: 'PARKED', by: MACHINE, why } as const;
  if (why !== DEFINITION_TOO_OLD) {
    return recorder.change(current, moment, { parked: { at: moment.now, why }, outbox: [] }, event);
  }
  const tooOld = (current.tooOld ?? 0) + 1;
  const restartAt = plusMinutes(moment.now, Math.min(MOST_PAUSE, 2 ** (tooOld - 1)));
  return recorder.change(current, moment, { parked: { at: moment.now, why, restartAt }, outbox: [], tooOld }, event);
}

/** With a new workflow owed, which takes it up where it stands. `text`: why, as who restarts it typed. */
export function restarted<A extends Run>(
  recorder: Recorder<A>,
  current: A,
  moment: Moment,
  by: Actor,
  text?: string,
): A {
  const run = current.run + 1;
  const event = { event: 'RESTARTED', by, run, ...(text === undefined ? {} : { text }) } as const;
  return recorder.change(current, moment, { run, parked: null, outbox: [{ kind: 'START', run }] }, event);
}

/** Restarted when it was parked for the sweeper to restart, and the pause is over; else undefined. */
export function restartedWhenDue<A extends Run>(recorder: Recorder<A>, current: A, moment: Moment): A | undefined {
  const restartAt = current.parked?.restartAt;
  return restartAt !== undefined && restartAt <= moment.now ? restarted(recorder, current, moment, MACHINE) : undefined;
}
