import { hashOf, type Machine } from '../machine.ts';
import type { MachineSource } from '../machines.ts';
import { checkExpressions } from './expressions.ts';
import { checkFlow } from './flow.ts';
import { checkFunctions, checkState } from './rules.ts';
import { parseMachine } from './shape.ts';
import { checkWithValidator } from './validator.ts';

/** A machine ready to run. Throws one sentence naming machine, state and reason when AWS or this engine would refuse it. */
export function loadMachine(source: MachineSource, isCurrent: boolean): Machine {
  const { arn, name, definition, functionNames } = source;
  const refuse = (reason: string): never => {
    throw new Error(`State machine "${name}" cannot be loaded: ${reason}`);
  };
  const { startAt, timeoutSeconds, states } = parseMachine(definition, refuse);
  for (const [stateName, state] of states) {
    const refuseState = (reason: string): never => refuse(`state "${stateName}" ${reason}`);
    checkState(state, refuseState);
    checkExpressions(state, refuseState);
    if (isCurrent) checkFunctions(state, functionNames, refuseState);
  }
  checkFlow(startAt, states, refuse);
  if (isCurrent) checkWithValidator(definition, refuse);
  return { arn, name, hash: hashOf(definition), startAt, timeoutSeconds, states, functionNames };
}
