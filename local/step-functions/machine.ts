import { createHash } from 'node:crypto';
import type { State } from './load/fields.ts';

/** A machine as the stack defines it, before it is loaded. */
export interface MachineSource {
  arn: string;
  name: string;
  definition: string;
  functionNames: (resourceOrArn: string) => string;
}

export interface Machine {
  arn: string;
  name: string;
  /** Executions keep the definition they started with, so it is known by what it says. */
  hash: string;
  startAt: string;
  timeoutSeconds: number | undefined;
  states: Map<string, State>;
  functionNames: (resourceOrArn: string) => string;
}

export function hashOf(definition: string): string {
  return createHash('sha256').update(definition).digest('hex');
}

export function stateOf(machine: Machine, name: string): State {
  const state = machine.states.get(name);
  if (!state)
    throw new Error(`State machine "${machine.name}" has no state "${name}"; its stored definition is damaged.`);
  return state;
}
