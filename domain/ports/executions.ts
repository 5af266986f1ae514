import type { Execution } from '../process/run.ts';

/** One thing that an execution did: which state it entered or left, or that it failed there, and how. */
export interface ExecutionStep {
  readonly at: string;
  readonly what: 'STARTED' | 'ENTERED' | 'FAILED' | 'ENDED';
  /** The state; undefined of what is about the execution as a whole. */
  readonly state?: string | undefined;
  /** The name of an error, or how the execution ended: a code. */
  readonly code?: string | undefined;
}

/** How an execution stands: it runs, someone stopped it, it ended by itself, or no one knows it. They are forgotten after 90 days. */
export type Standing = 'RUNNING' | 'STOPPED' | 'ENDED' | 'UNKNOWN';

/** Executions as who compares them with the records sees and stops them, and asks after tokens. Each call throws `Transient` where it is out of reach. */
export interface ExecutionControl {
  standing(execution: Execution): Promise<Standing>;
  /** Whether an execution still waits under this token. To ask changes nothing: none of our tasks has a heartbeat. */
  isAwaited(token: string): Promise<boolean>;
  /** Stops it; one that has ended is left as it is. */
  stop(execution: Execution): Promise<void>;
}

/** What Step Functions itself says of executions: states, times and codes, never what went in or out. */
export interface Executions {
  /** The first steps in order, at most 1,000; undefined where it knows no such execution (any more). Throws `Transient`. */
  stepsOf(execution: Execution): Promise<readonly ExecutionStep[] | undefined>;
}
