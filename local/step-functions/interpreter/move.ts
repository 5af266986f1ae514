import { DATA_LIMIT, StateError } from '../errors.ts';
import type { Draft } from '../execution.ts';
import { dataDetails, notTruncated, record } from '../history.ts';
import { bytesOf, type Json, type JsonObject, PAYLOAD_LIMIT } from '../json.ts';
import type { Bindings } from '../jsonata-functions.ts';
import { stateOf } from '../machine.ts';
import { fill, fillObject } from '../template.ts';
import { succeed } from './finish.ts';
import type { World } from './world.ts';

/** Makes a state the current one; what its predecessor assigned is visible from here on. */
export function enter(draft: Draft, world: World, name: string, input: Json): void {
  const { execution } = draft;
  const { Type } = stateOf(world.machine, name);
  record(draft, world.at, `${Type}StateEntered`, { name, ...dataDetails('input', JSON.stringify(input)) });
  const enteredEventId = execution.lastEventId;
  execution.state = { name, input, enteredAt: world.at, enteredEventId, retryCount: 0, retriesByRetrier: [] };
  execution.position = { phase: 'READY' };
  execution.wakeAt = null;
}

interface Exit {
  Output?: Json | undefined;
  Assign?: JsonObject | undefined;
  Next?: string | undefined;
}

/** Leaves the current state. Output and Assign both see the variables as they were before it. */
export async function leave(
  draft: Draft,
  world: World,
  exit: Exit,
  bindings: Bindings,
  otherwise: Json,
): Promise<void> {
  const output = exit.Output === undefined ? otherwise : await fill(exit.Output, 'Output', bindings, world.at);
  refuseOversize(output, 'output');
  const assigned = exit.Assign ? await fillObject(exit.Assign, 'Assign', bindings, world.at) : {};
  for (const value of Object.values(assigned)) refuseOversize(value, 'variable');
  recordExit(draft, world, output, assigned);
  Object.assign(draft.execution.variables, assigned);
  if (exit.Next === undefined) succeed(draft, world.at, JSON.stringify(output));
  else enter(draft, world, exit.Next, output);
}

function recordExit(draft: Draft, world: World, output: Json, assigned: JsonObject): void {
  const { name } = draft.execution.state;
  const details: JsonObject = { name, ...dataDetails('output', JSON.stringify(output)) };
  const variables = Object.entries(assigned).map(([key, value]) => [key, JSON.stringify(value)]);
  if (variables.length > 0) {
    details.assignedVariables = Object.fromEntries(variables);
    details.assignedVariablesDetails = notTruncated;
  }
  record(draft, world.at, `${stateOf(world.machine, name).Type}StateExited`, details);
}

export function refuseOversize(value: Json, what: string): void {
  if (bytesOf(value) <= PAYLOAD_LIMIT) return;
  throw new StateError(DATA_LIMIT, `The state's ${what} is larger than the maximum of ${PAYLOAD_LIMIT} bytes.`);
}
