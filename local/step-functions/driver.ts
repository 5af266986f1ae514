import type { Batch } from './batch.ts';
import type { Draft, Execution } from './execution.ts';
import { advance } from './interpreter/advance.ts';
import type { World } from './interpreter/world.ts';
import type { Machine } from './machine.ts';
import type { Store } from './store.ts';

const MOST_STEPS = 64;

export interface DriverOptions {
  store: Store;
  batch: Batch;
  machineOf: (execution: Execution) => Machine | undefined;
  worldOf: (machine: Machine) => World;
  invoke: (execution: Execution, machine: Machine) => void;
}

export interface Driver {
  /** Takes an execution as far as it can go now; may be called at any time and any number of times. */
  kick(arn: string): void;
  busy(): boolean;
  stop(): void;
}

/** One loop per execution at a time; whatever a step decided is written before it has any effect outside. */
export function createDriver({ store, batch, machineOf, worldOf, invoke }: DriverOptions, onPause: () => void): Driver {
  const active = new Map<string, { again: boolean }>();
  let stopped = false;

  async function drive(arn: string): Promise<void> {
    while (!stopped) {
      const execution = store.read(arn);
      const machine = execution && machineOf(execution);
      if (!execution || !machine || !canGoOn(execution)) return;
      if (execution.position.phase === 'INVOKING') return invoke(execution, machine);
      const draft = { execution, events: [] };
      await takeSteps(draft, worldOf(machine));
      if (!stopped) await batch.commit(draft);
    }
  }

  async function run(arn: string, turn: { again: boolean }): Promise<void> {
    do {
      turn.again = false;
      await drive(arn);
    } while (turn.again && !stopped);
    active.delete(arn);
    onPause();
  }

  return {
    kick: (arn) => {
      const running = active.get(arn);
      if (running) running.again = true;
      if (running || stopped) return;
      const turn = { again: false };
      active.set(arn, turn);
      void run(arn, turn);
    },
    busy: () => active.size > 0,
    stop: () => {
      stopped = true;
    },
  };
}

/** As far as the execution gets without anything outside it: choices and the like need no write of their own. */
async function takeSteps(draft: Draft, world: World): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await advance(draft, world);
    if (!['READY', 'SUCCEEDED', 'FAILED'].includes(draft.execution.position.phase)) return;
  }
}

function canGoOn(execution: Execution): boolean {
  return ['READY', 'SUCCEEDED', 'FAILED', 'INVOKING'].includes(execution.position.phase);
}
