import type { Workflow } from '#domain/ports/services.ts';
import { Transient } from '#domain/problems/errors.ts';
import type { Execution, StepResult } from '#domain/process/run.ts';

interface Woken {
  readonly token: string;
  readonly output: StepResult;
}

export interface MemoryWorkflow extends Workflow {
  readonly started: readonly Execution[];
  readonly woken: readonly Woken[];
  /** A workflow now waits with this token, until it is woken or closed. */
  park(token: string): void;
  close(token: string): void;
  end(name: string): void;
  /** While true nothing can be started, woken or seen, and trying again later can help. */
  setOutOfReach(outOfReach: boolean): void;
}

/** A state machine that only remembers: what it was asked to start, which tokens wait, what woke them. */
export function createMemoryWorkflow(): MemoryWorkflow {
  const started: Execution[] = [];
  const woken: Woken[] = [];
  const ended = new Set<string>();
  const waiting = new Set<string>();
  let broken = false;
  const reach = () => {
    if (broken) throw new Transient('The workflow in memory is out of reach. Try again later.');
  };
  const isKnown = (name: string) => started.some((execution) => execution.name === name);
  return {
    started,
    woken,
    park: (token) => waiting.add(token),
    close: (token) => waiting.delete(token),
    end: (name) => ended.add(name),
    setOutOfReach: (outOfReach) => {
      broken = outOfReach;
    },
    start: async (execution) => {
      reach();
      if (ended.has(execution.name)) return 'EXISTS';
      if (!isKnown(execution.name)) started.push(execution);
      return 'STARTED';
    },
    wake: async (token, output) => {
      reach();
      if (!waiting.delete(token)) return 'CLOSED';
      woken.push({ token, output });
      return 'WOKEN';
    },
    state: async ({ name }) => {
      reach();
      if (ended.has(name)) return 'ENDED';
      return isKnown(name) ? 'RUNNING' : 'UNKNOWN';
    },
  };
}
