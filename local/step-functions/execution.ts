import type { Json, JsonObject } from './json.ts';

export interface Failure {
  error: string;
  cause: string;
}

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED' | 'TIMED_OUT';

/**
 * Where the current state stands. READY, SUCCEEDED and FAILED can continue straight away. The others wait for
 * something.
 */
export type Position =
  | { phase: 'READY' }
  | { phase: 'INVOKING'; functionName: string; payload: Json; token: string | null }
  | { phase: 'PARKED'; token: string }
  | { phase: 'SLEEPING' }
  | { phase: 'RETRYING' }
  | { phase: 'SUCCEEDED'; result: Json }
  | { phase: 'FAILED'; failure: Failure }
  | { phase: 'ENDED' };

interface CurrentState {
  name: string;
  input: Json;
  enteredAt: number;
  enteredEventId: number;
  retryCount: number;
  retriesByRetrier: number[];
}

export interface Execution {
  arn: string;
  machineArn: string;
  name: string;
  definitionHash: string;
  status: Status;
  input: string;
  startedAt: number;
  stoppedAt: number | null;
  output: string | null;
  failure: Partial<Failure> | null;
  state: CurrentState;
  variables: JsonObject;
  position: Position;
  /** Counts every task attempt of the execution, so that the answer to an earlier one is recognised as late. */
  attempt: number;
  lastEventId: number;
  /** Task timeout, retry or Wait: an instant on the simulated clock. */
  wakeAt: number | null;
  /** The time limit of the whole execution. */
  deadlineAt: number | null;
  version: number;
}

export interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: `${string}EventDetails`]: JsonObject;
}

/** An execution being changed, with what its history gains; stored as one transaction or not at all. */
export interface Draft {
  execution: Execution;
  events: HistoryEvent[];
}
