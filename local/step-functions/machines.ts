import type { Execution } from './execution.ts';
import { type Checks, loadMachine } from './load/load.ts';
import { hashOf, type Machine, type MachineSource } from './machine.ts';
import type { Store } from './store.ts';

export interface Machines {
  register(source: MachineSource): void;
  current(arn: string): Machine | undefined;
  /** The machine as the execution knew it when it started; undefined when no one registered its ARN. */
  machineOf(execution: Execution): Machine | undefined;
}

export function createMachines(store: Store, secondOpinion: Checks['secondOpinion']): Machines {
  const current = new Map<string, Machine>();
  const byHash = new Map<string, Machine>();

  function earlier(execution: Execution, now: Machine): Machine | undefined {
    const kept = store.definition(execution.machineArn, execution.definitionHash);
    if (!kept) return undefined;
    const { arn, functionNames } = now;
    return loadMachine({ arn, functionNames, ...kept }, { functions: false, secondOpinion: undefined });
  }

  return {
    register: (source) => {
      const known = store.definition(source.arn, hashOf(source.definition)) !== undefined;
      const machine = loadMachine(source, { functions: true, secondOpinion: known ? undefined : secondOpinion });
      store.keepDefinition(machine.arn, machine.hash, machine.name, source.definition);
      current.set(machine.arn, machine);
      byHash.set(`${machine.arn} ${machine.hash}`, machine);
    },
    current: (arn) => current.get(arn),
    machineOf: (execution) => {
      const key = `${execution.machineArn} ${execution.definitionHash}`;
      const now = current.get(execution.machineArn);
      const machine = byHash.get(key) ?? (now && earlier(execution, now));
      if (machine) byHash.set(key, machine);
      return machine;
    },
  };
}
