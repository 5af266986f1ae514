import type { RuntimeError } from './runtime-errors.ts';

// What a function's thread and the host say to each other. Both ends are ours and of one version.

/** What a worker is started with. `offset` holds how far the simulated time is ahead of this machine's, in ms. */
export type Boot = {
  offset: SharedArrayBuffer;
  /** How far the clock of this function alone is off, in ms. */
  skew: SharedArrayBuffer;
  file: string;
  exportName: string;
  functionName: string;
  arn: string;
  memoryMb: number;
  /** Where what V8 has compiled is kept for the next thread and the next run; undefined where nothing is kept. */
  compiled: string | undefined;
};

export type Invoke = { requestId: string; event: string; deadlineMs: number };

export type Reply =
  | { kind: 'ready' }
  | { kind: 'returned'; requestId: string; payload: string }
  | ({ kind: 'refused' } & RuntimeError)
  | ({ kind: 'failed' | 'died'; requestId: string } & RuntimeError);
