import { QUERY_EVALUATION, StateError } from '../errors.ts';
import type { Draft } from '../execution.ts';
import type { Bindings } from '../jsonata-functions.ts';
import type { FailState, PassState, SucceedState, WaitState } from '../load/fields.ts';
import { fillSeconds, fillText } from '../template.ts';
import { endBadly } from './finish.ts';
import { leave } from './move.ts';
import { bindingsOf, type World } from './world.ts';

export function passState(draft: Draft, world: World, state: PassState): Promise<void> {
  const bindings = bindingsOf(draft.execution, world.machine);
  return leave(draft, world, state, bindings, draft.execution.state.input);
}

export function succeedState(draft: Draft, world: World, state: SucceedState): Promise<void> {
  const bindings = bindingsOf(draft.execution, world.machine);
  return leave(draft, world, { Output: state.Output }, bindings, draft.execution.state.input);
}

/** Sleeps first; its timer turns the position into SUCCEEDED, and then it leaves. */
export async function waitState(draft: Draft, world: World, state: WaitState): Promise<void> {
  const { execution } = draft;
  const bindings = bindingsOf(execution, world.machine);
  if (execution.position.phase === 'SUCCEEDED') return leave(draft, world, state, bindings, execution.state.input);
  execution.wakeAt = await wakeAtOf(state, bindings, world.at);
  execution.position = { phase: 'SLEEPING' };
}

async function wakeAtOf(state: WaitState, bindings: Bindings, at: number): Promise<number> {
  if (state.Timestamp === undefined)
    return at + 1000 * (await fillSeconds(state.Seconds ?? 0, 'Seconds', 0, bindings, at));
  const timestamp = await fillText(state.Timestamp, 'Timestamp', bindings, at);
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  throw new StateError(
    QUERY_EVALUATION,
    `The field 'Timestamp' must be an ISO 8601 instant, but was '${timestamp}'.`,
    'Timestamp',
  );
}

export async function failState(draft: Draft, world: World, state: FailState): Promise<void> {
  const bindings = bindingsOf(draft.execution, world.machine);
  const error = state.Error === undefined ? {} : { error: await fillText(state.Error, 'Error', bindings, world.at) };
  const cause = state.Cause === undefined ? {} : { cause: await fillText(state.Cause, 'Cause', bindings, world.at) };
  endBadly(draft, world.at, 'FAILED', { ...error, ...cause });
}
