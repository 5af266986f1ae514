import * as z from 'zod';
import { endBadly } from '../interpreter/finish.ts';
import { executionOf } from './lookup.ts';
import type { Answer, Operation } from './service.ts';

const request = z.object({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});

/** Stopping what has already ended changes nothing. */
export const stopExecution: Operation = (service, body) => {
  const { executionArn, error, cause } = request.parse(body);
  const execution = executionOf(service, executionArn);
  if (execution.status !== 'RUNNING') return { answer: stopped(execution.stoppedAt ?? service.now()) };
  const draft = { execution, events: [] };
  const at = service.now();
  endBadly(draft, at, 'ABORTED', {
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  });
  return { draft, answer: stopped(at) };
};

function stopped(at: number): Answer {
  return { stopDate: at / 1000 };
}
