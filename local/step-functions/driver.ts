import type { Batch } from './batch.ts';
import type { Draft, Execution } from './execution.ts';
import { takeSteps } from './interpreter/steps.ts';
import type { World } from './interpreter/world.ts';
import type { Machine } from './machine.ts';
import { canGoOn } from './moving.ts';
import type { Store } from './store.ts';

export interface DriverOptions {
  store: Store;
  batch: Batch;
  machineOf: (execution: Execution) => Machine | undefined;
  worldOf: (machine: Machine) => World;
  invoke: (execution: Execution, machine: Machine) => void;
  /** A change is over; told whether one was written. */
  onPause: (written: boolean) => void;
}

/** What should become of an execution as it is stored now; undefined for nothing. May throw, and may be asked again. */
export type Propose = () => Draft | undefined;

export interface Driver {
  /**
   * Writes what is proposed, and in the same transaction how far the execution gets by itself then. Asks again whenever
   * another write came first, so that every proposal starts from what is stored. Resolves once it is durable.
   */
  change(propose: Propose): Promise<void>;
  /** Takes an execution as far as it can go now; may be called at any time and any number of times. */
  kick(arn: string): void;
  busy(): boolean;
  stop(): void;
}

/** Whatever a step decided is written before it has any effect outside. */
export function createDriver({ store, batch, machineOf, worldOf, invoke, onPause }: DriverOptions): Driver {
  let changing = 0;
  let stopped = false;

  /** Undefined once nothing is to be written, or nothing can be. */
  async function written(propose: Propose): Promise<Execution | undefined> {
    while (!stopped) {
      const draft = propose();
      if (draft === undefined) return undefined;
      const machine = machineOf(draft.execution);
      if (machine !== undefined) await takeSteps(draft, worldOf(machine));
      if (await batch.commit(draft)) return draft.execution;
    }
    return undefined;
  }

  async function change(propose: Propose): Promise<void> {
    let execution: Execution | undefined;
    changing += 1;
    try {
      execution = await written(propose);
      if (execution !== undefined) goOn(execution);
    } finally {
      changing -= 1;
      onPause(execution !== undefined);
    }
  }

  function goOn(execution: Execution): void {
    const machine = machineOf(execution);
    if (machine === undefined || stopped) return;
    if (execution.position.phase === 'INVOKING') invoke(execution, machine);
    if (canGoOn(execution)) void change(() => further(execution.arn));
  }

  function further(arn: string): Draft | undefined {
    const execution = store.read(arn);
    return execution && canGoOn(execution) ? { execution, events: [] } : undefined;
  }

  return {
    change,
    kick: (arn) => {
      const execution = store.read(arn);
      if (execution !== undefined) goOn(execution);
    },
    busy: () => changing > 0,
    stop: () => {
      stopped = true;
    },
  };
}
