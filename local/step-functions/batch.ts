import type { Draft } from './execution.ts';
import type { Store } from './store.ts';

interface Waiting {
  draft: Draft;
  written: (done: boolean) => void;
  failed: (error: unknown) => void;
}

export interface Batch {
  /** Resolves once the draft is durable; false when somebody else changed the execution meanwhile. */
  commit(draft: Draft): Promise<boolean>;
  /** Forgets what is not written yet, and never touches the store again. */
  stop(): void;
}

/** Puts the drafts of one turn of the event loop into one transaction: many executions share one wait for the disk. */
export function createBatch(store: Store): Batch {
  let queue: Waiting[] = [];
  let timer: NodeJS.Immediate | undefined;

  function flush(): void {
    const batch = queue;
    queue = [];
    timer = undefined;
    try {
      const done = store.commitAll(batch.map((one) => one.draft));
      for (const [index, one] of batch.entries()) one.written(done[index] === true);
    } catch (error) {
      for (const one of batch) one.failed(error);
    }
  }

  return {
    commit: (draft) =>
      new Promise((written, failed) => {
        queue.push({ draft, written, failed });
        timer ??= setImmediate(flush);
      }),
    stop: () => {
      clearImmediate(timer);
      queue = [];
    },
  };
}
