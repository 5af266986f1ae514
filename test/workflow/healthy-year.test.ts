import { expect, test } from 'vitest';
import * as z from 'zod';
import { addDays, londonDateOf } from '#domain/values/dates.ts';
import { officeHours } from '#domain/values/working-calendar.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { ofType, synthesised } from '#test/infra/synthesised.ts';
import { arrives, confirms, service } from './a-month.ts';
import { decide } from './road.ts';

type One = Awaited<ReturnType<typeof service>>;

/** The alarms that watch a number of the sweeper, with the number at which each rings, and whether it is emailed at once. */
const alarmSchema = z.object({
  MetricName: z.string(),
  Dimensions: z.tuple([z.object({ Name: z.literal('service'), Value: z.literal('sweep') })]),
  Threshold: z.number(),
  ComparisonOperator: z.enum(['GreaterThanOrEqualToThreshold', 'LessThanOrEqualToThreshold']),
  AlarmActions: z.array(z.unknown()).default([]),
});
const alarms = ofType(synthesised(), 'AWS::CloudWatch::Alarm').flatMap(
  ([, { Properties }]) => alarmSchema.safeParse(Properties).data ?? [],
);
/** What the functions write where an alarm looks for it in the log. */
const lines = ofType(synthesised(), 'AWS::Logs::MetricFilter').flatMap(
  ([, { Properties }]) => /"([a-z-]+)"/.exec(String(Properties.FilterPattern))?.[1] ?? [],
);

/**
 * How many emails operators would have had: two for each time that one rang that cannot wait, one for each working morning on
 * which another began to, one for each line of the log that rings, and what the service itself writes to them.
 */
function operatorsOf(one: One) {
  const ringing = new Set<string>();
  const mornings = new Set<string>();
  let atOnce = 0;
  const look = () => {
    for (const { MetricName, Threshold, ComparisonOperator, AlarmActions } of alarms) {
      const value = one.metrics.get(MetricName);
      const isHigh = ComparisonOperator === 'GreaterThanOrEqualToThreshold';
      const rings = value !== undefined && (isHigh ? value >= Threshold : value <= Threshold);
      if (rings && !ringing.has(MetricName)) {
        if (AlarmActions.length > 0) atOnce += 2;
        else mornings.add(londonDateOf(one.clock.now()));
      }
      if (rings) ringing.add(MetricName);
      else ringing.delete(MetricName);
    }
  };
  return {
    look,
    ringing,
    emails: () => {
      const logged = one.log.lines.filter(({ event }) => lines.includes(event));
      const own = one.mail.filter(({ to }) => to === 'operator@example.org');
      return atOnce + mornings.size + logged.length + own.length;
    },
  };
}

/** Moves the clock on, three hours at a time, with the sweeper, and looks at the alarms after each. */
async function pass(one: One, look: () => void, hours: number): Promise<void> {
  for (let n = 0; n < hours; n += 3) {
    one.clock.advanceMinutes(180);
    await one.sweep();
    look();
  }
}

test('in a healthy year of 102 referrals operators are emailed at most 12 times', { timeout: 300_000 }, async () => {
  const one = await service('2026-10-01T08:00:00.000Z');
  const { look, emails } = operatorsOf(one);
  const [from, until] = [londonDateOf(one.clock.now()), addDays(londonDateOf(one.clock.now()), 365)];
  const undecided: string[] = [];
  let referred = 0;
  for (let on = from; on < until; on = addDays(on, 1)) {
    const day = Math.round(Date.parse(on) / 86_400_000);
    if (isWorkingDay(on, officeHours)) {
      for (const reference of undecided.splice(0)) {
        await decide(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
        await pass(one, look, 3);
        await confirms(one, reference);
      }
      if (day % 7 < 2) {
        referred += 1;
        undecided.push(await arrives(one, `child${referred}x`));
      }
    }
    await pass(one, look, 21);
    while (londonDateOf(one.clock.now()) === on) await pass(one, look, 3);
  }

  expect(referred).toBe(102);
  expect(emails()).toBeLessThanOrEqual(12);
});

test('in an unhealthy month, in which no one decides, operators hear of it', { timeout: 120_000 }, async () => {
  const one = await service('2026-10-01T08:00:00.000Z');
  const { look, emails, ringing } = operatorsOf(one);
  await arrives(one, 'childx');

  await pass(one, look, 45 * 24);

  expect(emails()).toBeGreaterThan(0);
  expect([...ringing].sort()).toContain('ParkedCases');
});
