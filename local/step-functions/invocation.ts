import { DATA_LIMIT } from './errors.ts';
import type { Draft, Execution, Failure } from './execution.ts';
import { dataDetails, lambdaDetails, record } from './history.ts';
import { bytesOf, type Json, PAYLOAD_LIMIT, parseJson } from './json.ts';
import type { Machine } from './machine.ts';

/** Of a failure Step Functions keeps the type as the error's name, and all three as its cause. */
export type InvokeResult =
  | { ok: true; payload: unknown }
  | { ok: false; errorType: string; errorMessage: string; trace?: string[] };
export type Invoke = (functionName: string, payload: unknown, machineArn: string) => Promise<InvokeResult>;

export type Answer = { result: Json } | { failure: Failure };

/** Invokes the function of an INVOKING task; never rejects. */
export async function askFunction(execution: Execution, machine: Machine, invoke: Invoke): Promise<Answer> {
  const { position } = execution;
  if (position.phase !== 'INVOKING') throw new Error(`Execution ${execution.name} is not invoking anything.`);
  try {
    const answer = await invoke(machine.functionNames(position.functionName), position.payload, machine.arn);
    return answer.ok ? limited(shapeOf(answer.payload)) : { failure: functionFailure(answer) };
  } catch (error) {
    return { failure: transportFailure(error) };
  }
}

/** The result of AWS's optimised Lambda integration. */
function shapeOf(payload: unknown): Json {
  const text = payload === undefined ? 'null' : JSON.stringify(payload);
  return { ExecutedVersion: '$LATEST', Payload: parseJson(text), StatusCode: 200 };
}

function limited(result: Json): Answer {
  if (bytesOf(result) <= PAYLOAD_LIMIT) return { result };
  const cause = `The function returned a result larger than the maximum of ${PAYLOAD_LIMIT} bytes.`;
  return { failure: { error: DATA_LIMIT, cause } };
}

function functionFailure({ errorType, errorMessage, trace }: Extract<InvokeResult, { ok: false }>): Failure {
  const cause = JSON.stringify({ errorType, errorMessage, trace });
  return { error: errorType || 'Lambda.Unknown', cause };
}

/** The function could not be reached; an error that calls itself a Lambda error keeps its name. */
function transportFailure(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  return { error: name.startsWith('Lambda.') ? name : 'Lambda.SdkClientException', cause: message };
}

/** Puts the answer into the draft; false when the task has moved on without it (token, timeout, stop). */
export function takeAnswer(draft: Draft, at: number, attempt: number, answer: Answer): boolean {
  const { execution } = draft;
  const { position } = execution;
  if (position.phase !== 'INVOKING' || execution.attempt !== attempt) return false;
  const details = lambdaDetails(position.token);
  if ('failure' in answer) {
    record(draft, at, 'TaskFailed', { ...details, ...answer.failure });
    execution.position = { phase: 'FAILED', failure: answer.failure };
    execution.wakeAt = null;
    return true;
  }
  const told = { ...details, ...dataDetails('output', JSON.stringify(answer.result)) };
  record(draft, at, position.token === null ? 'TaskSucceeded' : 'TaskSubmitted', told);
  if (position.token === null) execution.wakeAt = null;
  execution.position =
    position.token === null
      ? { phase: 'SUCCEEDED', result: answer.result }
      : { phase: 'PARKED', token: position.token };
  return true;
}
