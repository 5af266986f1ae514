import { expect, it } from 'vitest';
import { createCount } from '#adapters/observability/count.ts';
import { createLog } from '#adapters/observability/log.ts';
import { linesOf } from '#test/kit/telemetry.ts';

it('writes an event as one structured line with its codes', async () => {
  const lines = await linesOf(() => createLog('sweep').log.info('DECISION_SETTLED', { reference: '23456789CDF' }));
  expect(lines).toMatchObject([
    { level: 'INFO', message: 'DECISION_SETTLED', service: 'sweep', reference: '23456789CDF' },
  ]);
});

it('writes an error as one', async () => {
  const lines = await linesOf(() => createLog('sweep').log.error('NOTICE_FAILED', { attempts: 3 }));
  expect(lines).toMatchObject([{ level: 'ERROR', message: 'NOTICE_FAILED', attempts: 3 }]);
});

it('writes the numbers of an invocation in one line, in the namespace and dimension that the alarms read', async () => {
  const lines = await linesOf(() => {
    const { count, metrics } = createCount('sweep', 'Trial');
    count('OutboxAge', 4, 'Minutes');
    count('NoticesFailed', 2, 'Count');
    metrics.publishStoredMetrics();
  });
  const Metrics = [
    { Name: 'OutboxAge', Unit: 'None' },
    { Name: 'NoticesFailed', Unit: 'Count' },
  ];
  expect(lines).toMatchObject([
    {
      service: 'sweep',
      OutboxAge: 4,
      NoticesFailed: 2,
      _aws: { CloudWatchMetrics: [{ Namespace: 'Trial', Dimensions: [['service']], Metrics }] },
    },
  ]);
});
