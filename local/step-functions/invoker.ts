import type { Propose } from './driver.ts';
import type { Execution } from './execution.ts';
import { type Answer, askFunction, type Invoke, takeAnswer } from './invocation.ts';
import type { Machine } from './machine.ts';
import type { Store } from './store.ts';

export interface InvokerOptions {
  store: Store;
  invoke: Invoke;
  now: () => number;
  change: (propose: Propose) => Promise<void>;
  /** A function has answered, and its answer is stored or came too late. */
  onPause: () => void;
}

export interface Invoker {
  /** Runs the function of an INVOKING task, at most once at a time for each attempt. */
  start(execution: Execution, machine: Machine): void;
  busy(): boolean;
  /** From now on answers are dropped: the tasks run again when the store is next opened. */
  stop(): void;
}

export function createInvoker({ store, invoke, now, change, onPause }: InvokerOptions): Invoker {
  const inFlight = new Set<string>();
  let stopped = false;

  async function run(key: string, execution: Execution, machine: Machine): Promise<void> {
    const { arn, attempt } = execution;
    const answer = await askFunction(execution, machine, invoke);
    if (stopped) return;
    await change(() => answered(arn, attempt, answer));
    inFlight.delete(key);
    onPause();
  }

  function answered(arn: string, attempt: number, answer: Answer) {
    const execution = store.read(arn);
    const draft = execution && { execution, events: [] };
    return draft && takeAnswer(draft, now(), attempt, answer) ? draft : undefined;
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
