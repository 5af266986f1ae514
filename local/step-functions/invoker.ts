import type { Execution } from './execution.ts';
import { askFunction, type Invoke, takeAnswer } from './invocation.ts';
import type { Machine } from './machine.ts';
import type { Store } from './store.ts';

export interface InvokerOptions {
  store: Store;
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

export function createInvoker({ store, invoke, now, onAnswered }: InvokerOptions): Invoker {
  const inFlight = new Set<string>();
  let stopped = false;

  function settle(arn: string, attempt: number, answer: Awaited<ReturnType<typeof askFunction>>): void {
    const execution = store.read(arn);
    if (!execution) return;
    const draft = { execution, events: [] };
    if (takeAnswer(draft, now(), attempt, answer)) store.commit(draft);
  }

  async function run(key: string, execution: Execution, machine: Machine): Promise<void> {
    const answer = await askFunction(execution, machine, invoke);
    inFlight.delete(key);
    if (stopped) return;
    settle(execution.arn, execution.attempt, answer);
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
