import { Logger } from '@aws-lambda-powertools/logger';
import { vi } from 'vitest';
import * as z from 'zod';
import type { Log } from '#domain/ports/services.ts';

/** What a handler takes, around a log that a test looks at. */
export function telemetryOf<L extends Log>(log: L): { logger: Logger; log: L } {
  return { logger: new Logger({ serviceName: 'test' }), log };
}

const lineSchema = z.looseObject({});
type Line = z.output<typeof lineSchema>;

/** The lines that Powertools writes while `act` runs, log and metrics, parsed, in the environment of a Lambda function. */
export async function linesOf(act: () => unknown, env: Readonly<Record<string, string>> = {}): Promise<Line[]> {
  const lines: string[] = [];
  const keep = (...texts: unknown[]) => void lines.push(texts.join(' '));
  const given = {
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    ...env,
  };
  for (const [name, value] of Object.entries(given)) vi.stubEnv(name, value);
  for (const level of ['info', 'log', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(keep);
  try {
    await act();
  } finally {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  }
  return lines.map((line) => lineSchema.parse(JSON.parse(line)));
}
