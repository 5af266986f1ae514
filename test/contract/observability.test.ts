import { afterEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createCount } from '#adapters/observability/count.ts';
import { createLog } from '#adapters/observability/log.ts';

afterEach(() => void vi.restoreAllMocks());

/** What is written while `act` runs, one parsed line each. */
function linesOf(act: () => void): unknown[] {
  const lines: string[] = [];
  const keep = (...texts: unknown[]) => void lines.push(texts.join(' '));
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  vi.spyOn(console, 'info').mockImplementation(keep);
  vi.spyOn(console, 'log').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  act();
  vi.unstubAllEnvs();
  return lines.map((line) => z.unknown().parse(JSON.parse(line)));
}

it('writes an event as one structured line with its codes', () => {
  const lines = linesOf(() => createLog('sweep').info('DECISION_SETTLED', { reference: '23456789CDF' }));
  expect(lines).toMatchObject([
    { level: 'INFO', message: 'DECISION_SETTLED', service: 'sweep', reference: '23456789CDF' },
  ]);
});

it('writes an error as one', () => {
  const lines = linesOf(() => createLog('sweep').error('NOTICE_FAILED', { attempts: 3 }));
  expect(lines).toMatchObject([{ level: 'ERROR', message: 'NOTICE_FAILED', attempts: 3 }]);
});

it('writes each number at once, in the namespace and dimension that the alarms read', () => {
  const lines = linesOf(() => {
    const count = createCount('sweep', 'Trial');
    count('OutboxAge', 4, 'Minutes');
    count('NoticesFailed', 2, 'Count');
  });
  expect(lines).toMatchObject([
    { service: 'sweep', OutboxAge: 4, _aws: { CloudWatchMetrics: [directive('OutboxAge', 'None')] } },
    { service: 'sweep', NoticesFailed: 2, _aws: { CloudWatchMetrics: [directive('NoticesFailed', 'Count')] } },
  ]);
});

function directive(Name: string, Unit: string) {
  return { Namespace: 'Trial', Dimensions: [['service']], Metrics: [{ Name, Unit }] };
}
