import * as z from 'zod';
import { endBadly } from '../interpreter/finish.ts';
import { executionOf } from './lookup.ts';
import type { Operation } from './service.ts';

const request = z.object({
  executionArn: z.string(),
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
});

/** Stopping what has already ended changes nothing. */
export const stopExecution: Operation = (service, body) => {
  const { executionArn, error, cause } = request.parse(body);
  const execution = executionOf(service, executionArn);
  if (execution.status === 'RUNNING') {
    const draft = { execution, events: [] };
    endBadly(draft, service.now(), 'ABORTED', {
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    });
    service.store.commit(draft);
  }
  return { stopDate: (execution.stoppedAt ?? service.now()) / 1000 };
};
