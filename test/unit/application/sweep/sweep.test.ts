import { expect, test } from 'vitest';
import { CANARY_CALLER } from '#domain/canary/mark.ts';
import { NO_CAPACITY } from '#domain/lists/capacity-record.ts';
import { Transient } from '#domain/problems/errors.ts';
import { sweepLease } from '#domain/process/lease.ts';
import { aCaseToLookAt } from '#test/contract/samples.ts';
import { testWorkflow } from '#test/http/doubles.ts';
import { reference } from '#test/http/records.ts';
import { instance } from '#test/workflow/instance.ts';
import { caseOf, decide, decideForGood, letRetriesRun, refer } from '#test/workflow/road.ts';
import { draftId, sweepWorld } from './sweep-world.ts';

test('the sweeper measures how long the oldest referral has waited for triage', async () => {
  const one = instance();
  await refer(one, 'C01');
  one.clock.advanceMinutes(90);
  await one.sweep();
  expect(one.metrics.get('OldestUntriagedMinutes')).toBe(90);
  expect(one.metrics.get('ParkedCases')).toBe(0);
  expect(one.metrics.get('SweepCompleted')).toBe(1);
});

test('a referral that was deferred has waited for triage since the team was first asked', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  one.clock.advanceMinutes(60);
  await decideForGood(one, reference, 'DEFER_TO_MEETING');
  one.clock.advanceMinutes(25);
  await one.sweep();
  expect((await caseOf(one, reference)).task?.id).toBe(`${reference}-T2`);
  expect(one.metrics.get('OldestUntriagedMinutes')).toBe(90);
});

/** Puts a referral off to the next meeting, so many times, 65 minutes each. */
async function defer(one: ReturnType<typeof instance>, reference: string, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    one.clock.advanceMinutes(60);
    await decideForGood(one, reference, 'DEFER_TO_MEETING');
  }
}

test.each([2, 3, 5])('put off to a meeting %i times, it has waited all that time', async (times) => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const { triageSince } = await caseOf(one, reference);
  await defer(one, reference, times);
  await one.sweep();
  const now = await caseOf(one, reference);
  expect([now.triageSince, now.task?.id]).toEqual([triageSince, `${reference}-T${times + 1}`]);
  expect(one.metrics.get('OldestUntriagedMinutes')).toBe(65 * times);
});

test('the one that was put off stays the oldest beside one that came since', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await defer(one, reference, 1);
  await refer(one, 'C02');
  await defer(one, reference, 1);
  await one.sweep();
  const waited = one.metrics.get('OldestUntriagedMinutes') ?? 0;
  expect(waited).toBeGreaterThanOrEqual(120);
});

test.each([
  ['2028-11-01T09:00:00.000Z', 60],
  ['2032-11-01T09:00:00.000Z', 0],
])('the sweeper measures how long the known bank holidays last: at %s, %i more days', async (at, days) => {
  const one = instance({ at });
  await one.sweep();
  expect(one.metrics.get('BankHolidayDaysLeft')).toBe(days);
});

test.each([
  ['2027-11-02T09:00:00.000Z', 180],
  ['2028-05-01T09:00:00.000Z', 0],
])('the sweeper measures how long AWS looks after the runtime: at %s, %i more days', async (at, days) => {
  const one = instance({ at });
  await one.sweep();
  expect(one.metrics.get('RuntimeDaysLeft')).toBe(days);
});

test('the sweeper measures how long the meetings and terms that are known last, and nothing where no one keeps them', async () => {
  const [at, times] = ['2026-10-01T09:00:00.000Z', { from: '10:00', until: '12:00' }];
  const none = instance({ at });
  await none.sweep();
  expect([none.metrics.has('MeetingDaysLeft'), none.metrics.has('TermDaysLeft')]).toEqual([false, false]);

  const one = instance({
    at,
    meetings: [
      { on: '2026-11-30', ...times },
      { on: '2026-10-08', ...times },
    ],
  });
  const terms = [{ name: 'Autumn', from: '2026-09-01', to: '2026-12-18' }];
  await one.capacity.saveCapacity({ ...NO_CAPACITY, version: 1, terms });
  await one.sweep();

  expect([one.metrics.get('MeetingDaysLeft'), one.metrics.get('TermDaysLeft')]).toEqual([60, 78]);
});

test('a number that cannot be read is a failure of the sweep, so that its alarm does not fall silent unseen', async () => {
  const one = sweepWorld({
    deps: {
      capacity: {
        readCapacity: async () => {
          throw new Transient('Out of reach.');
        },
      },
    },
  });
  await one.minutes(1, 'none');
  expect(one.metrics.get('SweepFailures')).toBe(1);
});

test('the sweeper measures how long a message has been owed to the workflow', async () => {
  const one = instance({
    workflow: {
      wake: async () => {
        throw new Error('out of reach');
      },
    },
  });
  const reference = await refer(one, 'C01');
  await decide(one, reference, 'DECLINE');
  one.clock.advanceMinutes(5);
  await one.sweep();
  one.clock.advanceMinutes(20);
  const { failed } = await one.sweep();
  expect(one.metrics.get('OldestOutboxMinutes')).toBe(20);
  expect(failed).toBe(1);
});

test('one case that cannot be mended does not keep the others waiting', async () => {
  let refuse = '';
  const one = instance({
    workflow: {
      wake: async (token, output) => {
        if (token === refuse) throw new Error('out of reach');
        return one.wakeForReal(token, output);
      },
    },
  });
  const stuck = await refer(one, 'C01');
  const fine = await refer(one, 'C05');
  refuse = (await caseOf(one, stuck)).task?.token ?? 'none';
  await decide(one, stuck, 'DECLINE');
  await decide(one, fine, 'DECLINE');
  one.clock.advanceMinutes(5);
  expect(await one.sweep()).toEqual({ looked: 2, failed: 1 });
  expect((await caseOf(one, stuck)).next).toBe('NOTIFY');
  expect((await caseOf(one, fine)).next).toBe('DONE');
});

test('parked cases are counted until an operator restarts them', async () => {
  const one = instance({ fault: (name) => (name === 'check-referral' ? new Error('a bug') : undefined) });
  await refer(one, 'C01');
  await letRetriesRun(one);
  await one.sweep();
  expect(one.metrics.get('ParkedCases')).toBe(1);
});

test('a workflow that starts only after an outage is not taken for dead because it cannot be described yet', async () => {
  let isOut = true;
  const one = instance({
    workflow: {
      start: async (execution) => {
        if (isOut) throw new Error('out of reach');
        return one.startForReal(execution);
      },
      // DescribeExecution is eventually consistent: an execution that was started just now may be unknown to it.
      state: async () => 'UNKNOWN',
    },
  });
  const reference = await refer(one, 'C01');
  one.clock.advanceMinutes(30);
  await one.sweep();
  isOut = false;
  await one.sweep();
  await one.drain();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', parked: null });
});

test.each([
  ['once the fault is fixed', false],
  ['although the fault goes on', true],
])('a decision takes effect after its five minutes %s, after ten hours of failed looks', async (_when, goesOn) => {
  let isRefused = true;
  const refused = async () => {
    if (isRefused) throw new Error('AccessDenied');
    return 'RUNNING' as const;
  };
  const one = instance({ workflow: { state: refused } });
  const reference = await refer(one, 'C01');
  const { moveBy } = await caseOf(one, reference);
  one.clock.advanceMinutes((Date.parse(moveBy) - Date.parse(one.clock.now())) / 60_000);
  for (let minute = 0; minute < 600; minute += 1) {
    one.clock.advanceMinutes(1);
    await one.sweepAlone();
  }
  isRefused = goesOn;
  await decide(one, reference, 'DECLINE');
  for (let minute = 0; minute < 5; minute += 1) {
    one.clock.advanceMinutes(1);
    await one.sweepAlone();
  }
  expect((await caseOf(one, reference)).events).toContain('DECISION_SETTLED');
});

test('a start that was refused for three hours begins within a quarter of an hour once the permission is back', async () => {
  let isRefused = true;
  const one = instance({
    workflow: {
      start: async (execution) => {
        if (isRefused) throw new Error('AccessDenied');
        return one.startForReal(execution);
      },
    },
  });
  const reference = await refer(one, 'C01');
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) {
      one.clock.advanceMinutes(1);
      await one.sweep();
    }
  };
  await minutes(180);
  expect((await caseOf(one, reference)).outbox).toMatchObject([{ kind: 'START' }]);
  isRefused = false;
  await minutes(15);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', outbox: [] });
});

test('a referral that is owed its start never waits behind emails and drafts that are due longer', async () => {
  const { run, taken, add } = sweepWorld();
  await add.draft();
  await add.notice('a-notice', -90);
  await add.aCase(reference, -5);
  await run();
  expect([...new Set(taken)]).toEqual([reference, 'a-notice', draftId]);
});

test('a case that cannot even be read is counted as failed and does not silence the sweeper (malformed)', async () => {
  const { run, metrics, add } = sweepWorld({ fail: { BROKEN: new Error('This item is not a case.') } });
  await add.aCase('BROKEN', -5);
  await add.aCase(reference, -5);
  expect(await run()).toEqual({ looked: 2, failed: 1 });
  expect(metrics.get('SweepCompleted')).toBe(1);
  expect(metrics.get('SweepFailures')).toBe(1);
});

test.each([
  ['ahead by 3 minutes', 180_000, [{ minutes: 3 }]],
  ['behind by 2 hours', -7_200_000, [{ minutes: -120 }]],
  ['ahead by less', 179_000, []],
  ['right', 0, []],
  ['of which nothing is known', undefined, []],
])('a clock that is %s is said in a line that an alarm rings on', async (_how, off, said) => {
  const { run, log } = sweepWorld({ deps: { clockOff: async () => off } });
  await run();
  expect(log.lines.filter(({ event }) => event === 'clock-wrong').map(({ fields }) => fields)).toEqual(said);
});

test('a clock is looked at also where another sweep has the right, and when no one can be asked the sweep goes on', async () => {
  const held = sweepWorld({ deps: { clockOff: async () => 600_000 } });
  await held.stores.leases.take(sweepLease('another', held.clock.now()), held.clock.now());
  await held.run();
  expect(held.log.lines.map(({ event }) => event)).toContain('clock-wrong');

  const unread = sweepWorld({ deps: { clockOff: async () => Promise.reject(new Transient('Out of reach.')) } });
  await unread.run();
  expect(unread.metrics.get('SweepCompleted')).toBe(1);
  expect(unread.log.lines.map(({ event }) => event)).not.toContain('clock-wrong');
});

test.each([
  ['is over, as the reconciler stopped it', '2026-08-28T09:00:00.000Z', 0],
  ['is not over, so that someone should know', '2026-08-29T09:00:00.000Z', 1],
])('a stuck canary whose walk %s, sent at %s, is parked so often: %i', async (_how, receivedAt, parked) => {
  const workflow = { ...testWorkflow, state: async () => 'ENDED' as const };
  const { stores, clock, run, log } = sweepWorld({ deps: { workflow } });
  const stuck = aCaseToLookAt('CANARY1', clock.now());
  await stores.cases.createCase({ ...stuck, caller: CANARY_CALLER, receivedAt });
  await run();
  expect((await stores.cases.readCase('CANARY1'))?.history.filter(({ event }) => event === 'PARKED')).toHaveLength(
    parked,
  );
  expect(log.lines.filter(({ event }) => event === 'case-parked')).toHaveLength(parked);
});
