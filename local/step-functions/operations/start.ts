import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { executionArn } from '../arns.ts';
import { begin } from '../begin.ts';
import { Fault } from '../errors.ts';
import type { Execution } from '../execution.ts';
import { PAYLOAD_LIMIT } from '../json.ts';
import type { Answer, Operation } from './service.ts';

const request = z.object({
  stateMachineArn: z.string().min(1).max(256),
  name: z.string().optional(),
  input: z.string().max(PAYLOAD_LIMIT).default('{}'),
});

/** The same name and input of a running execution start nothing new and get the same answer. */
export const startExecution: Operation = ({ store, machines, worldOf }, body) => {
  const { stateMachineArn, name = randomUUID(), input } = request.parse(body);
  const machine = machines.current(stateMachineArn);
  if (!machine) throw new Fault('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
  refuseName(name);
  refuseInput(input);
  const existing = store.read(executionArn(machine.arn, name));
  if (existing) {
    if (existing.status === 'RUNNING' && existing.input === input) return { answer: startedAs(existing) };
    throw new Fault('ExecutionAlreadyExists', `Execution Already Exists: '${existing.arn}'`);
  }
  const draft = begin(worldOf(machine), name, input);
  return { draft, answer: startedAs(draft.execution) };
};

function startedAs({ arn, startedAt }: Execution): Answer {
  return { executionArn: arn, startDate: startedAt / 1000 };
}

function refuseName(name: string): void {
  const bad = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}\u{FFFE}\u{FFFF}]/u;
  if (name.length >= 1 && name.length <= 80 && !bad.test(name)) return;
  throw new Fault('InvalidName', `Invalid Name: '${name}'`);
}

function refuseInput(input: string): void {
  try {
    JSON.parse(input);
  } catch (error) {
    throw new Fault('InvalidExecutionInput', `Invalid State Machine Execution Input: '${String(error)}'`);
  }
  if (Buffer.byteLength(input) > PAYLOAD_LIMIT)
    throw new Fault('InvalidExecutionInput', `The input is larger than the maximum of ${PAYLOAD_LIMIT} bytes.`);
}
