import { executionArn } from './arns.ts';
import type { Draft, Execution } from './execution.ts';
import { dataDetails, record } from './history.ts';
import { enter } from './interpreter/move.ts';
import type { World } from './interpreter/world.ts';
import { parseJson } from './json.ts';

/** A new execution, already in its first state; version 0 until it is stored. */
export function begin(world: World, name: string, input: string): Draft {
  const { machine, at } = world;
  const state = {
    name: machine.startAt,
    input: null,
    enteredAt: at,
    enteredEventId: 0,
    retryCount: 0,
    retriesByRetrier: [],
  };
  const execution: Execution = {
    arn: executionArn(machine.arn, name),
    machineArn: machine.arn,
    name,
    definitionHash: machine.hash,
    status: 'RUNNING',
    input,
    startedAt: at,
    stoppedAt: null,
    output: null,
    failure: null,
    state,
    variables: {},
    position: { phase: 'READY' },
    attempt: 0,
    lastEventId: 0,
    wakeAt: null,
    deadlineAt: machine.timeoutSeconds === undefined ? null : at + machine.timeoutSeconds * 1000,
    version: 0,
  };
  const draft: Draft = { execution, events: [] };
  record(draft, at, 'ExecutionStarted', {
    ...dataDetails('input', input),
    roleArn: 'arn:aws:iam::000000000000:role/local',
  });
  enter(draft, world, machine.startAt, parseJson(input));
  return draft;
}
