import * as timers from 'node:timers/promises';
import type { Call, ServiceName } from './calls.ts';

/** What the next calls of this kind meet. An operation or a function that is not named is each of them. */
export type Fault = {
  service: ServiceName;
  operation?: string | undefined;
  function?: string | undefined;
  /** How many calls are still to meet it. */
  times: number;
} & ({ error: string; delayMs?: never } | { delayMs: number; error?: never });

export type Faults = {
  plan(fault: Fault): void;
  /** Those that calls are still to meet, in the order in which they were planned. */
  planned(): readonly Fault[];
  /** Uses up one planned fault for this call: waits if it is a delay, and gives the name of the error if it is one. */
  meet(call: Call): Promise<string | undefined>;
  /** Whether the schedules that look for what is due stand still. */
  held: boolean;
  /** The ARNs of the keys that no one may use. */
  readonly revoked: Set<string>;
  /** The addresses from which every email comes back. */
  readonly bouncing: Set<string>;
  /** How far the clock of each function is off, in ms: one BigInt64 that its thread reads. */
  readonly clocks: Map<string, SharedArrayBuffer>;
  /** The clock of this function, from now on that far off. */
  skew(functionName: string, ms: number): void;
  /** Ends the thread of a function in the middle of a call. Set once there are threads. */
  kill: (functionName: string) => void;
  /** Everything works again. A delay that has begun ends by itself. */
  clear(): void;
};

/** The error with which a function ends in the middle of what it does, as it is told by Lambda. */
export const KILLED = 'Runtime.ExitError';

/** Faults on demand, kept in memory: a restart begins without any. */
export function createFaults(wait: (ms: number) => Promise<unknown> = patiently): Faults {
  let planned: Fault[] = [];

  async function meet(call: Call): Promise<string | undefined> {
    const fault = planned.find((one) => isOf(one, call));
    if (fault === undefined) return undefined;
    fault.times -= 1;
    planned = planned.filter(({ times }) => times > 0);
    if (fault.delayMs !== undefined) await wait(fault.delayMs);
    // A function that dies in a call hears no answer to it.
    if (fault.error === KILLED && call.service !== 'lambda' && call.function !== undefined) faults.kill(call.function);
    return fault.error;
  }

  const revoked = new Set<string>();
  const bouncing = new Set<string>();
  const clocks = new Map<string, SharedArrayBuffer>();
  const faults: Faults = {
    plan: (fault) => void planned.push({ ...fault }),
    planned: () => planned,
    meet,
    held: false,
    revoked,
    bouncing,
    clocks,
    skew: (functionName, ms) => {
      const clock = clocks.get(functionName);
      if (clock !== undefined) Atomics.store(new BigInt64Array(clock), 0, BigInt(ms));
    },
    kill: () => {},
    clear: () => {
      planned = [];
      revoked.clear();
      bouncing.clear();
      for (const name of clocks.keys()) faults.skew(name, 0);
      faults.held = false;
    },
  };
  return faults;
}

/** By the clock of this machine: a delay keeps a caller waiting, and moves no simulated time. */
const patiently = (ms: number) => timers.setTimeout(ms, undefined, { ref: false });

function isOf(fault: Fault, call: Call): boolean {
  return (
    fault.service === call.service &&
    (fault.operation === undefined || fault.operation === call.operation) &&
    (fault.function === undefined || fault.function === call.function)
  );
}

/** The sentence of each error that was planned. */
export const PLANNED = 'This call was set to fail at /local/faults.';

/** The HTTP status with which AWS sends an error of this name. */
export function statusOf(error: string): number {
  if (/Unavailable|SlowDown|DependencyTimeout/.test(error)) return 503;
  return /Internal|ServerError/.test(error) ? 500 : 400;
}
