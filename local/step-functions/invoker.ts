import type { Batch } from './batch.ts';
import type { Execution } from './execution.ts';
import { type Answer, askFunction, type Invoke, takeAnswer } from './invocation.ts';
import type { Machine } from './machine.ts';
import type { Store } from './store.ts';

export interface InvokerOptions {
  store: Store;
  batch: Batch;
  invoke: Invoke;
  now: () => number;
  onAnswered: (arn: string) => void;
}

export interface Invoker {
  /** Runs the function of an INVOKING task, at most once at a time for each attempt. */
  start(execution: Execution, machine: Machine): void;
  busy(): boolean;
  /** From now on answers are dropped: the tasks run again when the store is next opened. */
  stop(): void;
}

export function createInvoker({ store, batch, invoke, now, onAnswered }: InvokerOptions): Invoker {
  const inFlight = new Set<string>();
  let stopped = false;

  async function settle(arn: string, attempt: number, answer: Answer): Promise<void> {
    for (let written = false; !written; ) {
      const execution = store.read(arn);
      if (!execution) return;
      const draft = { execution, events: [] };
      if (!takeAnswer(draft, now(), attempt, answer)) return;
      written = await batch.commit(draft);
    }
  }

  async function run(key: string, execution: Execution, machine: Machine): Promise<void> {
    const answer = await askFunction(execution, machine, invoke);
    if (stopped) return;
    await settle(execution.arn, execution.attempt, answer);
    inFlight.delete(key);
    onAnswered(execution.arn);
  }

  return {
    start: (execution, machine) => {
      const key = `${execution.arn}#${execution.attempt}`;
      if (inFlight.has(key) || stopped) return;
      inFlight.add(key);
      void run(key, execution, machine);
    },
    busy: () => inFlight.size > 0,
    stop: () => {
      stopped = true;
    },
  };
}
