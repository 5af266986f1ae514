import type { Draft } from './execution.ts';
import { type Prepared, prepare } from './prepared.ts';
import type { Store } from './store.ts';

interface Waiting {
  prepared: Prepared;
  written: (done: boolean) => void;
  failed: (error: unknown) => void;
}

export interface Batch {
  /** Resolves once the draft is durable; false when another write came first, or the batch was stopped. */
  commit(draft: Draft): Promise<boolean>;
  /** Drops what is not written yet, and never touches the store again. */
  stop(): void;
}

/**
 * Puts the drafts of one turn of the event loop into one transaction: many executions share one wait for the disk. No one
 * learns of a draft before it is durable.
 */
export function createBatch(store: Pick<Store, 'writeAll'>): Batch {
  let queue: Waiting[] = [];
  let timer: NodeJS.Immediate | undefined;
  let stopped = false;

  function flush(): void {
    const group = queue;
    queue = [];
    timer = undefined;
    try {
      const done = store.writeAll(group.map((one) => one.prepared));
      for (const [index, one] of group.entries()) one.written(done[index] === true);
    } catch (error) {
      for (const one of group) one.failed(error);
    }
  }

  return {
    commit: (draft) =>
      new Promise((written, failed) => {
        if (stopped) return written(false);
        queue.push({ prepared: prepare(draft), written, failed });
        timer ??= setImmediate(flush);
      }),
    stop: () => {
      stopped = true;
      clearImmediate(timer);
      for (const one of queue.splice(0)) one.written(false);
    },
  };
}
