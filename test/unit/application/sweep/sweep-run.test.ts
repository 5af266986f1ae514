import { expect, test } from 'vitest';
import { createMemoryWorkflow } from '#adapters/memory/workflow.ts';
import type { AggregateStore } from '#application/change-case.ts';
import { sweepRun } from '#application/sweep/sweep-workflow.ts';
import { MACHINE, personActor } from '#domain/people/actor.ts';
import type { ProcessEvent } from '#domain/process/events.ts';
import { brokenAt, linked } from '#domain/process/history.ts';
import { type Moment, type Process, parked, restarted, started, wakeOwed } from '#domain/process/process.ts';
import { DEFINITION_TOO_OLD, executionOf, type Run, runDueAt } from '#domain/process/run.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { testClock, testLog } from '#test/http/doubles.ts';

/** A second kind of aggregate with a machine of its own: what follows the waiting list, as far as a workflow goes. */
interface Support extends Run {
  readonly version: number;
  readonly visits: number;
  readonly history: readonly (ProcessEvent & {
    readonly n: number;
    readonly previousHash: string;
    readonly hash: string;
  })[];
}

function change(
  current: Support,
  moment: Moment,
  patch: Partial<Support>,
  ...events: readonly ProcessEvent[]
): Support {
  const history = [...current.history];
  for (const event of events) history.push(linked(history.at(-1), event, moment.now, moment.policyVersion));
  return { ...current, moveBy: '2026-09-24T08:15:00.000Z', ...patch, updatedAt: moment.now, history };
}

const support: Process<Support> = {
  change,
  settle: (current, moment) => {
    const isDue = (current.task?.decision?.effectiveAt ?? '9') <= moment.now;
    return isDue
      ? change(current, moment, { task: null, next: 'VISIT', outbox: [{ kind: 'WAKE', token: 't' }] })
      : undefined;
  },
};

const answer = async ({ parked, next }: Support) => ({ code: parked ? 'PARK' : next, waitSeconds: 60 });

const moment = { now: '2026-09-24T08:00:00.000Z', policyVersion: 1 };

function aSupport(changes: Partial<Support> = {}): Support {
  return {
    ...{ reference: 'REF1', machine: 'intake', run: 1, version: 1, visits: 0, next: 'OFFER', task: null },
    ...{ updatedAt: moment.now, moveBy: '2026-09-24T08:15:00.000Z', parked: null, history: [] },
    outbox: [{ kind: 'START', run: 1 }],
    ...changes,
  };
}

function world(first: Support) {
  let kept = first;
  const store: AggregateStore<Support> = {
    read: async () => kept,
    save: async (changed) => {
      if (changed.version !== kept.version + 1) return false;
      kept = changed;
      return true;
    },
  };
  const workflow = createMemoryWorkflow();
  const clock = testClock(moment.now);
  const deps = { workflow, clock, policy: defaultPolicy, now: clock.now, log: testLog() };
  return { workflow, clock, now: () => kept, sweep: () => sweepRun(deps, { process: support, store, answer }, 'REF1') };
}

test('a second aggregate is started by the same sweep, under its machine and run', async () => {
  const { sweep, workflow } = world(aSupport());
  await sweep();
  expect(workflow.started).toEqual([{ machine: 'intake', name: 'REF1-intake-1', reference: 'REF1' }]);
});

test('a second aggregate has its decision settled and its workflow woken by the same sweep', async () => {
  const decided = { id: 'REF1-S1', decision: { effectiveAt: '2026-09-24T08:05:00.000Z' } };
  const { sweep, workflow, clock, now } = world(aSupport({ outbox: [], task: decided }));
  workflow.park('t');
  await sweep();
  expect(workflow.woken).toEqual([]);
  clock.advanceMinutes(5);
  await sweep();
  expect(now()).toMatchObject({ task: null, next: 'VISIT' });
  expect(workflow.woken).toEqual([{ token: 't', output: { code: 'VISIT', waitSeconds: 60 } }]);
});

test('a second aggregate whose workflow has ended is parked by the same sweep, and restarted by an operator', async () => {
  const { sweep, workflow, clock, now } = world(aSupport({ outbox: [] }));
  await workflow.start(executionOf(now()));
  workflow.end('REF1-intake-1');
  clock.advanceMinutes(20);
  await sweep();
  expect(now().parked).toMatchObject({ why: 'WORKFLOW_ENDED' });
  expect(runDueAt(now())).toBe(now().parked?.at);
  const again = restarted(support, now(), moment, personActor('op', 'An operator', 'operator'));
  expect(again).toMatchObject({ run: 2, parked: null, outbox: [{ kind: 'START', run: 2 }] });
  expect(again.history.map(({ event }) => event)).toEqual(['PARKED', 'RESTARTED']);
  expect(brokenAt(again.history)).toBeUndefined();
});

test('one that met a definition too old is restarted without a person, after a pause that doubles up to an hour', () => {
  let current = aSupport({ outbox: [] });
  const pauses: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    current = parked(support, { ...current, parked: null }, moment, DEFINITION_TOO_OLD);
    pauses.push((Date.parse(runDueAt(current) ?? '') - Date.parse(moment.now)) / 60_000);
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
});

test('a start that has arrived is owed no more, and a wait for nothing is owed its wake-up', () => {
  const running = started(support, aSupport(), moment);
  expect(running).toMatchObject({ outbox: [], history: [{ event: 'WORKFLOW_STARTED', by: MACHINE }] });
  expect(started(support, running, moment)).toBe(running);
  expect(wakeOwed(support, running, moment, 'token').outbox).toEqual([{ kind: 'WAKE', token: 'token' }]);
});
