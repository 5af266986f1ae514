import { StateError } from '../errors.ts';
import type { Draft, Failure } from '../execution.ts';
import { record } from '../history.ts';
import type { JsonObject } from '../json.ts';
import { type Machine, stateOf } from '../machine.ts';
import { choose } from './choice.ts';
import { endBadly } from './finish.ts';
import { failState, passState, succeedState, waitState } from './simple.ts';
import { answerTask, failTask, scheduleTask } from './task.ts';
import type { World } from './world.ts';

/** Takes one step of a runnable execution. Every outcome, an error of the definition too, ends up in the draft. */
export async function advance(draft: Draft, world: World): Promise<void> {
  try {
    await step(draft, world);
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    reportError(draft, world, error);
  }
}

async function step(draft: Draft, world: World): Promise<void> {
  const state = stateOf(world.machine, draft.execution.state.name);
  const { position } = draft.execution;
  if (state.Type === 'Task') {
    if (position.phase === 'SUCCEEDED') return answerTask(draft, world, state, position.result);
    if (position.phase === 'FAILED') return failTask(draft, world, state, position.failure);
    return scheduleTask(draft, world, state);
  }
  if (state.Type === 'Choice') return choose(draft, world, state);
  if (state.Type === 'Pass') return passState(draft, world, state);
  if (state.Type === 'Wait') return waitState(draft, world, state);
  if (state.Type === 'Succeed') return succeedState(draft, world, state);
  return failState(draft, world, state);
}

/** Only a Task can retry or catch; and what goes wrong while catching is final. */
function reportError(draft: Draft, world: World, error: StateError): void {
  const { execution } = draft;
  const { name, enteredEventId } = execution.state;
  const cause = `An error occurred while executing the state '${name}' (entered at the event id #${enteredEventId}). ${error.message}`;
  const failure: Failure = { error: error.error, cause };
  if (error.location !== undefined) recordEvaluation(draft, world, failure, error.location);
  const catching = execution.position.phase === 'FAILED';
  if (isTask(world.machine, name) && !catching) execution.position = { phase: 'FAILED', failure };
  else endBadly(draft, world.at, 'FAILED', failure);
}

function isTask(machine: Machine, name: string): boolean {
  return stateOf(machine, name).Type === 'Task';
}

function recordEvaluation(draft: Draft, world: World, failure: Failure, location: string): void {
  const details: JsonObject = { ...failure, location, state: draft.execution.state.name };
  record(draft, world.at, 'EvaluationFailed', details);
}
