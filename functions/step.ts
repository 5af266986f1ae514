import middy from '@middy/core';
import { type StepInput, stepInputSchema } from '#application/step-input.ts';
import type { StepResult } from '#domain/process/run.ts';
import { failByName } from './failure.ts';
import { type Telemetry, withTelemetry } from './telemetry.ts';

/**
 * Wraps every workflow step in one place: parses its input, logs its beginning and end, and lets an error leave with its
 * name alone. Errors whose names the state machine knows are tried again there; any other parks the case.
 */
export function stepHandler(telemetry: Telemetry, step: (input: StepInput) => Promise<StepResult>) {
  const { log } = telemetry;
  return middy<unknown, StepResult>()
    .use(withTelemetry(telemetry))
    .use(failByName(log, 'step-failed'))
    .handler(async (event) => {
      const input = stepInputSchema.parse(event);
      log.info('step-began', { reference: input.referralId, execution: input.executionName });
      const result = await step(input);
      log.info('step-ended', { reference: input.referralId, code: result.code });
      return result;
    });
}
