import { expect, test } from 'vitest';
import { createEventBus } from '#local/events/bus.ts';
import { failure } from '#local/lambda/outcome.ts';

const arn = 'arn:aws:events:eu-west-2:000000000000:rule/r';
const rules = [
  { name: 'EveryMinute', arn, schedule: 'rate(1 minute)', targets: [{ functionName: 'sweep' }] },
  { name: 'EveryDay', arn, schedule: 'rate(1 day)', targets: [{ functionName: 'digest' }] },
  { name: 'Mail', arn, pattern: { source: ['aws.ses'] }, targets: [{ functionName: 'record' }] },
];
const bounce = { source: 'aws.ses', 'detail-type': 'Email Bounced', detail: {} };

function busOf(deliveries?: number, ok = true) {
  const got: { name: string; event: unknown }[] = [];
  const invoke = async (name: string, event: unknown) => {
    got.push({ name, event });
    return ok ? { ok: true as const, payload: null } : failure('Error', 'not now');
  };
  const failed: string[] = [];
  const onFailed = (name: string) => failed.push(name);
  return { bus: createEventBus({ rules, lambda: { invoke }, now: () => 0, deliveries, onFailed }), got, failed };
}

test.each([
  [undefined, 1],
  [2, 2],
])(
  'with deliveries %s each event and each due schedule is handed over %i times, the same each time',
  async (given, times) => {
    const { bus, got } = busOf(given);

    await bus.put(bounce);
    await bus.runFrequent();
    await bus.runRare(0, 86_400_000);

    expect(got.map(({ name }) => name)).toEqual(
      ['record', 'sweep', 'digest'].flatMap((name) => Array(times).fill(name)),
    );
    expect(new Set(got.map(({ event }) => JSON.stringify(event))).size).toBe(3);
  },
);

test('an event whose function fails is handed over twice more, and then told as failed for good', async () => {
  const { bus, got, failed } = busOf(1, false);

  await bus.put(bounce);

  expect(got).toHaveLength(3);
  expect(failed).toEqual(['record']);
});

test('an event that its function has taken is not told as failed', async () => {
  const { bus, failed } = busOf();

  await bus.put(bounce);
  await bus.runFrequent();

  expect(failed).toEqual([]);
});

test('moved time stops at each instant of a daily schedule and of no frequent one, and each runs once', async () => {
  const { bus, got } = busOf();

  expect(bus.nextRare(0)).toBe(86_400_000);
  await bus.runRare(0, 86_400_000);
  await bus.runRare(86_400_000, 86_400_000 + 60_000);

  expect(got.map(({ name }) => name)).toEqual(['digest']);
});

test('a daily schedule that was due on many days while the machine was off runs once (late)', async () => {
  const { bus, got } = busOf();

  await bus.runRare(0, 10 * 86_400_000);

  expect(got.map(({ name }) => name)).toEqual(['digest']);
});

test('a schedule of several times a day runs once each time that it fell due since it last ran, and not beside the sweeper', async () => {
  let now = 60_000;
  const got: string[] = [];
  const invoke = async (name: string) => {
    got.push(name);
    return { ok: true as const, payload: null };
  };
  const often = [{ name: 'Often', arn, schedule: 'rate(5 minutes)', targets: [{ functionName: 'compare' }] }];
  const bus = createEventBus({ rules: [...often, ...rules], lambda: { invoke }, now: () => now });

  await bus.runByDay();
  await bus.runFrequent();
  expect(got).toEqual(['sweep']);
  now = 17 * 60_000;
  await bus.runByDay();
  await bus.runByDay();
  expect(got).toEqual(['sweep', 'compare']);
  now = 20 * 60_000;
  await bus.runByDay();
  expect(got).toEqual(['sweep', 'compare', 'compare']);
});

const nightly = [
  { name: 'Later', arn, schedule: 'cron(30 4 * * ? *)', targets: [{ functionName: 'look' }] },
  { name: 'Seal', arn, schedule: 'cron(15 4 * * ? *)', targets: [{ functionName: 'seal' }] },
  { name: 'Balance', arn, schedule: 'cron(15 4 * * ? *)', targets: [{ functionName: 'balance' }] },
];

test('daily schedules of one minute run side by side, and a later one once they have ended', async () => {
  const running = new Map<string, () => void>();
  const invoke = async (name: string) => {
    await new Promise<void>((end) => running.set(name, end));
    return { ok: true as const, payload: null };
  };
  const bus = createEventBus({ rules: nightly, lambda: { invoke }, now: () => 0 });

  const ran = bus.runRare(0, 86_400_000);
  expect([...running.keys()]).toEqual(['seal', 'balance']);
  for (const end of running.values()) end();
  await expect.poll(() => [...running.keys()]).toEqual(['seal', 'balance', 'look']);
  running.get('look')?.();

  await ran;
});
