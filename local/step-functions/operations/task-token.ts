import * as z from 'zod';
import { Fault } from '../errors.ts';
import type { Draft, Position } from '../execution.ts';
import { dataDetails, lambdaDetails, record } from '../history.ts';
import { type Json, type JsonObject, PAYLOAD_LIMIT, parseJson } from '../json.ts';
import { isDue } from '../timers.ts';
import type { Operation, Outcome, Service } from './service.ts';

const taskToken = z.string().min(1).max(2048);
const success = z.object({ taskToken, output: z.string().max(PAYLOAD_LIMIT) });
const failed = z.object({
  taskToken,
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});

export const sendTaskSuccess: Operation = (service, body) => {
  const { taskToken: token, output } = success.parse(body);
  const result = parseOutput(output);
  const draft = openTask(service, token);
  return closed(service, draft, token, 'TaskSucceeded', dataDetails('output', output), { phase: 'SUCCEEDED', result });
};

export const sendTaskFailure: Operation = (service, body) => {
  const { taskToken: token, error, cause } = failed.parse(body);
  const draft = openTask(service, token);
  const details = { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
  const failure = { error: error ?? '', cause: cause ?? '' };
  return closed(service, draft, token, 'TaskFailed', details, { phase: 'FAILED', failure });
};

/** Nothing here has a heartbeat, so this only says whether the token is still open. */
export const sendTaskHeartbeat: Operation = (service, body) => {
  openTask(service, z.object({ taskToken }).parse(body).taskToken);
  return { answer: {} };
};

function parseOutput(output: string): Json {
  try {
    return parseJson(output);
  } catch (error) {
    throw new Fault('InvalidOutput', `Invalid Output: '${String(error)}'`);
  }
}

/** A token is open while its execution stands at the very attempt it was made for, and no timer of that is due. */
function openTask({ store, now, fire }: Service, token: string): Draft {
  const arn = store.executionOfToken(token);
  const execution = arn === undefined ? undefined : store.read(arn);
  if (execution === undefined) throw new Fault('InvalidToken', "Invalid Token: 'Invalid token'");
  const isLate = isDue(execution, now());
  if (isLate) fire(execution.arn);
  if (isLate || tokenOf(execution.position) !== token)
    throw new Fault('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  return { execution, events: [] };
}

function tokenOf(position: Position): string | null {
  return position.phase === 'INVOKING' || position.phase === 'PARKED' ? position.token : null;
}

function closed(
  { now }: Service,
  draft: Draft,
  token: string,
  type: string,
  details: JsonObject,
  position: Position,
): Outcome {
  record(draft, now(), type, { ...lambdaDetails(token), ...details });
  draft.execution.position = position;
  draft.execution.wakeAt = null;
  return { draft, answer: {} };
}
