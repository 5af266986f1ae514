import { hashOf, type Machine, type MachineSource } from '../machine.ts';
import { checkExpressions } from './expressions.ts';
import { checkFlow } from './flow.ts';
import { checkFunctions, checkState } from './rules.ts';
import { parseMachine } from './shape.ts';

/** What is checked beside the definition itself: not all of it holds for a definition of an earlier release. */
export interface Checks {
  functions: boolean;
  secondOpinion: ((definition: string) => string | undefined) | undefined;
}

/** A machine ready to run. Throws one sentence naming machine, state and reason when AWS or this engine would refuse it. */
export function loadMachine(source: MachineSource, checks: Checks): Machine {
  const { arn, name, definition, functionNames } = source;
  const refuse = (reason: string): never => {
    throw new Error(`State machine "${name}" cannot be loaded: ${reason}`);
  };
  const { startAt, timeoutSeconds, states } = parseMachine(definition, refuse);
  for (const [stateName, state] of states) {
    const refuseState = (reason: string): never => refuse(`state "${stateName}" ${reason}`);
    checkState(state, refuseState);
    checkExpressions(state, refuseState);
    if (checks.functions) checkFunctions(state, functionNames, refuseState);
  }
  checkFlow(startAt, states, refuse);
  const objection = checks.secondOpinion?.(definition);
  if (objection !== undefined) refuse(objection);
  return { arn, name, hash: hashOf(definition), startAt, timeoutSeconds, states, functionNames };
}
