import type { Draft, Failure } from '../execution.ts';
import { lambdaDetails, record } from '../history.ts';
import type { Json, JsonObject } from '../json.ts';
import type { TaskState } from '../load/fields.ts';
import { matches, planRetry } from '../retry.ts';
import { fill, fillSeconds, fillText } from '../template.ts';
import { endBadly } from './finish.ts';
import { leave, refuseOversize } from './move.ts';
import { bindingsOf, type Extras, errorOutputOf, type World } from './world.ts';

/** Token, deadline and payload are in the draft, so they are durable before the function is invoked. */
export async function scheduleTask(draft: Draft, world: World, state: TaskState): Promise<void> {
  const { execution } = draft;
  const token = state.Resource.endsWith('.waitForTaskToken') ? world.newToken() : null;
  const extras: Extras = token === null ? {} : { token };
  const bindings = bindingsOf(execution, world.machine, extras);
  const { FunctionName, Payload } = state.Arguments;
  const functionName = await fillText(FunctionName, 'Arguments/FunctionName', bindings, world.at);
  const payload = await fill(Payload ?? {}, 'Arguments/Payload', bindings, world.at);
  const seconds = await timeoutOf(state, extras, draft, world);
  refuseOversize(payload, 'Payload');
  recordSchedule(draft, world, { FunctionName: functionName, Payload: payload }, token, seconds);
  execution.attempt += 1;
  execution.wakeAt = seconds === undefined ? null : world.at + seconds * 1000;
  execution.position = { phase: 'INVOKING', functionName, payload, token };
}

async function timeoutOf(state: TaskState, extras: Extras, draft: Draft, world: World): Promise<number | undefined> {
  if (state.TimeoutSeconds === undefined) return undefined;
  const bindings = bindingsOf(draft.execution, world.machine, extras);
  return fillSeconds(state.TimeoutSeconds, 'TimeoutSeconds', 1, bindings, world.at);
}

function recordSchedule(
  draft: Draft,
  world: World,
  parameters: JsonObject,
  token: string | null,
  seconds: number | undefined,
): void {
  const details: JsonObject = {
    ...lambdaDetails(token),
    region: world.machine.arn.split(':')[3] ?? '',
    parameters: JSON.stringify(parameters),
  };
  if (seconds !== undefined) details.timeoutInSeconds = seconds;
  record(draft, world.at, 'TaskScheduled', details);
  record(draft, world.at, 'TaskStarted', lambdaDetails(token));
}

export function answerTask(draft: Draft, world: World, state: TaskState, result: Json): Promise<void> {
  return leave(draft, world, state, bindingsOf(draft.execution, world.machine, { result }), result);
}

/** A retry first, then a catch, then the end of the execution. */
export async function failTask(draft: Draft, world: World, state: TaskState, failure: Failure): Promise<void> {
  const { execution } = draft;
  const counts = execution.state.retriesByRetrier;
  const retry = planRetry(state.Retry, counts, failure.error, world.random);
  if (retry) {
    for (let index = counts.length; index <= retry.retrier; index += 1) counts.push(0);
    counts[retry.retrier] = (counts[retry.retrier] ?? 0) + 1;
    execution.state.retryCount += 1;
    execution.wakeAt = world.at + retry.delayMs;
    execution.position = { phase: 'RETRYING' };
    return;
  }
  const catcher = state.Catch.find((one) => matches(one.ErrorEquals, failure.error));
  if (!catcher) return endBadly(draft, world.at, 'FAILED', failure);
  const errorOutput = errorOutputOf(failure);
  return leave(draft, world, catcher, bindingsOf(execution, world.machine, { errorOutput }), errorOutput);
}
