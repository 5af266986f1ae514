import type * as z from 'zod';
import { isObject } from '../json.ts';
import { isStateType, machineFields, type State, stateFields } from './fields.ts';
import type { Refuse } from './refuse.ts';

export interface Shape {
  startAt: string;
  timeoutSeconds: number | undefined;
  states: Map<string, State>;
}

export function parseMachine(definition: string, refuse: Refuse): Shape {
  const read = machineFields.safeParse(parseDefinition(definition, refuse));
  if (!read.success) return refuse(`the definition's ${reasonOf(read.error)}`);
  const { StartAt, TimeoutSeconds, States, QueryLanguage } = read.data;
  const states = new Map<string, State>();
  for (const [name, state] of Object.entries(States)) {
    const refuseState: Refuse = (reason) => refuse(`state "${name}" ${reason}`);
    if (name.length > 80) refuseState(`has a name of ${name.length} characters; at most 80 are allowed.`);
    states.set(name, parseState(state, QueryLanguage, refuseState));
  }
  return { startAt: StartAt, timeoutSeconds: TimeoutSeconds, states };
}

function parseDefinition(definition: string, refuse: Refuse): unknown {
  try {
    return JSON.parse(definition);
  } catch (error) {
    return refuse(`the definition is not JSON (${String(error)}).`);
  }
}

function parseState(state: unknown, machineLanguage: string | undefined, refuse: Refuse): State {
  if (!isObject(state)) return refuse('is not an object.');
  const { Type, QueryLanguage = machineLanguage ?? 'JSONPath' } = state;
  if (!isStateType(Type))
    return refuse(
      `has the type ${JSON.stringify(Type)}; supported are ${Object.keys(stateFields).join(', ')} (no Map, no Parallel).`,
    );
  if (QueryLanguage !== 'JSONata')
    return refuse(`uses the query language ${String(QueryLanguage)}; only JSONata is supported.`);
  if (Type === 'Choice' && state.Default === undefined)
    return refuse('is a Choice without a Default: add one, so that no execution dies of an unforeseen value.');
  const read = stateFields[Type].safeParse(state);
  return read.success ? read.data : refuse(`has a wrong field: ${reasonOf(read.error)}`);
}

function reasonOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return 'is wrong.';
  const path = issue.path.map(String).join('/');
  if (issue.code !== 'unrecognized_keys') return `${path || 'value'} is wrong (${issue.message}).`;
  const names = issue.keys.map((key) => `"${[...issue.path, key].join('/')}"`).join(', ');
  return `${names} is not supported here.`;
}
