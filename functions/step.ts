import middy from '@middy/core';
import { type StepInput, stepInputSchema } from '#application/step-input.ts';
import type { Log } from '#domain/ports/services.ts';
import type { StepResult } from '#domain/process/run.ts';

/** Errors whose names the state machine knows; any other reaches it under its own name and parks the case. */
class StepFailed extends Error {}

/**
 * Wraps every workflow step in one place: parses its input, logs its beginning and end, and lets an error leave with its
 * name alone. A message could carry a child's name into the workflow's history, so no message ever leaves.
 */
export function stepHandler(log: Log, step: (input: StepInput) => Promise<StepResult>) {
  return middy<unknown, StepResult>()
    .onError((request) => {
      const name = request.error?.name ?? 'Error';
      log.error('step-failed', { error: name, where: frames(request.error) });
      const failed = new StepFailed('The log of this function says more.');
      failed.name = name;
      throw failed;
    })
    .handler(async (event) => {
      const input = stepInputSchema.parse(event);
      log.info('step-began', { reference: input.referralId, execution: input.executionName });
      const result = await step(input);
      log.info('step-ended', { reference: input.referralId, code: result.code });
      return result;
    });
}

/** Where an error came from, without its message. */
function frames(error: Error | null | undefined): string {
  return (error?.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' | ');
}
