import type { Execution, Failure } from '../execution.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Bindings } from '../jsonata-functions.ts';
import type { Machine } from '../machine.ts';

/** What a step needs beside the execution itself; the instant is fixed for the whole step. */
export interface World {
  machine: Machine;
  at: number;
  random: () => number;
  newToken: () => string;
}

export type Extras = { result?: Json; errorOutput?: { Error: string; Cause: string }; token?: string };

/** The variables of an expression: `$states`, and everything assigned by earlier states. */
export function bindingsOf(execution: Execution, machine: Machine, extras: Extras = {}): Bindings {
  const { token, ...rest } = extras;
  const states = { input: execution.state.input, context: contextOf(execution, machine, token), ...rest };
  return { ...execution.variables, states };
}

function contextOf(execution: Execution, machine: Machine, token: string | undefined): JsonObject {
  const { state } = execution;
  return {
    Execution: {
      Id: execution.arn,
      Input: JSON.parse(execution.input),
      Name: execution.name,
      RoleArn: 'arn:aws:iam::000000000000:role/local',
      StartTime: new Date(execution.startedAt).toISOString(),
      RedriveCount: 0,
    },
    State: { EnteredTime: new Date(state.enteredAt).toISOString(), Name: state.name, RetryCount: state.retryCount },
    StateMachine: { Id: machine.arn, Name: machine.name },
    ...(token ? { Task: { Token: token } } : {}),
  };
}

export function errorOutputOf(failure: Failure): { Error: string; Cause: string } {
  return { Error: failure.error, Cause: failure.cause };
}
