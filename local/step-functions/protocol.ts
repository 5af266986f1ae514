import * as z from 'zod';
import type { Driver } from './driver.ts';
import { Fault } from './errors.ts';
import { describeExecution } from './operations/describe.ts';
import { getExecutionHistory } from './operations/history.ts';
import { listExecutions } from './operations/list.ts';
import type { Answer, Operation, Outcome, Service } from './operations/service.ts';
import { startExecution } from './operations/start.ts';
import { stopExecution } from './operations/stop.ts';
import { sendTaskFailure, sendTaskHeartbeat, sendTaskSuccess } from './operations/task-token.ts';

export interface Response {
  status: number;
  body: string;
}

const OPERATIONS = new Map<string, Operation>([
  ['StartExecution', startExecution],
  ['SendTaskSuccess', sendTaskSuccess],
  ['SendTaskFailure', sendTaskFailure],
  ['SendTaskHeartbeat', sendTaskHeartbeat],
  ['DescribeExecution', describeExecution],
  ['GetExecutionHistory', getExecutionHistory],
  ['StopExecution', stopExecution],
  ['ListExecutions', listExecutions],
]);

export const operationNames = [...OPERATIONS.keys()];

/** Answers one request; what was written is durable before the answer is given. */
export async function handleRequest(
  service: Service,
  change: Driver['change'],
  target: string,
  body: string,
): Promise<Response> {
  try {
    const operation = OPERATIONS.get(target.replace(/^AWSStepFunctions\./, ''));
    if (!operation) throw new Fault('UnknownOperationException', `Step Functions here does not know "${target}".`);
    return { status: 200, body: JSON.stringify(await performed(service, operation, parseBody(body), change)) };
  } catch (error) {
    if (error instanceof Fault) return fault(error.type, error.message);
    if (error instanceof z.ZodError) return fault('ValidationException', z.prettifyError(error));
    throw error;
  }
}

async function performed(
  service: Service,
  operation: Operation,
  request: unknown,
  change: Driver['change'],
): Promise<Answer> {
  let outcome: Outcome = { answer: {} };
  await change(() => {
    outcome = operation(service, request);
    return outcome.draft;
  });
  return outcome.answer;
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body || '{}');
  } catch {
    throw new Fault('SerializationException', 'The request body is not JSON.');
  }
}

function fault(type: string, message: string): Response {
  return { status: 400, body: JSON.stringify({ __type: type, message }) };
}
