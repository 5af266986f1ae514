import { expect, test } from 'vitest';
import { Transient } from '#domain/problems/errors.ts';
import { states } from '#test/kit/words/states.ts';
import { type Fault, instance } from './instance.ts';
import { caseOf, decide, decideForGood, letRetriesRun, refer, statesOf, waitInVain } from './road.ts';

class Bug extends Error {
  override readonly name = 'Bug';
}

/** A fault that can be fixed while the test runs. */
function breaking(name: string, error: Error) {
  let isBroken = true;
  const fault: Fault = (invoked) => (isBroken && invoked === name ? error : undefined);
  const mend = () => {
    isBroken = false;
  };
  return { fault, mend };
}

const poppy = new Bug('Poppy Testerfield could not be read');

test.each(['validate-referral', 'check-referral', 'open-task'])(
  'a bug in %s parks the case under its name, and a restart takes it to triage',
  async (name) => {
    const { fault, mend } = breaking(name, poppy);
    const one = instance({ fault });
    const reference = await refer(one, 'C01');
    await letRetriesRun(one);
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: 'Bug' } });
    expect(statesOf(one, `${reference}-intake-1`).at(-1)).toBe(states.park);
    mend();
    await one.restart({ reference, by: 'An operator' });
    await one.sweep();
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'IN_TRIAGE', run: 2, task: { kind: 'TRIAGE' } });
  },
);

test.each(['list-child', 'tell-people'])(
  'a bug in %s parks the case with its decision kept, and a restart ends it',
  async (name) => {
    const { fault, mend } = breaking(name, poppy);
    const one = instance({ fault });
    const reference = await refer(one, 'C01');
    await decideForGood(one, reference, 'ACCEPT_INITIAL_ASSESSMENT');
    await letRetriesRun(one);
    expect(await caseOf(one, reference)).toMatchObject({
      shown: 'PARKED',
      decisions: [{ outcome: 'ACCEPT_INITIAL_ASSESSMENT' }],
    });
    mend();
    await one.restart({ reference, by: 'An operator' });
    await one.sweep();
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'ON_WAITING_LIST', next: 'DONE', run: 2 });
  },
);

test('a bug in remind-people parks the case and leaves the task to be decided', async () => {
  const { fault, mend } = breaking('remind-people', poppy);
  const one = instance({ fault });
  const reference = await refer(one, 'C01');
  one.clock.advanceMinutes(6 * 24 * 60);
  await one.drain();
  await letRetriesRun(one);
  expect((await caseOf(one, reference)).shown).toBe('PARKED');
  mend();
  await decideForGood(one, reference, 'DECLINE');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'DECLINED', next: 'DONE' });
});

test('a bug in parking itself ends the workflow, and the sweeper parks the case once it is overdue', async () => {
  const fault: Fault = (name) => (name === 'check-referral' || name === 'park-case' ? poppy : undefined);
  const one = instance({ fault });
  const reference = await refer(one, 'C01');
  await letRetriesRun(one);
  expect(statesOf(one, `${reference}-intake-1`).at(-1)).toBe(states.lost);
  expect((await caseOf(one, reference)).shown).toBe('RECEIVED');
  one.clock.advanceMinutes(16);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: 'WORKFLOW_ENDED' } });
});

/** Makes a step fail as many times under a name, and every time where no number is given. */
function failing(step: string, name: string, times = Number.POSITIVE_INFINITY): Fault {
  let left = times;
  return (invoked) => {
    if (invoked !== step || left <= 0) return undefined;
    left -= 1;
    return Object.assign(new Error('of the test'), { name });
  };
}

const triesOf = (one: ReturnType<typeof instance>, step: string) => one.invoked.filter((name) => name === step).length;

test.each(['Transient', 'Lambda.Unknown', 'Sandbox.Timedout', 'Runtime.ExitError'])(
  '%s that passes is ridden out by up to three retries',
  async (name) => {
    const one = instance({ fault: failing('check-referral', name, 3) });
    const reference = await refer(one, 'C01');
    await letRetriesRun(one);
    expect(triesOf(one, 'check-referral')).toBe(4);
    expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
  },
);

test('a step that is killed each time parks the case after three retries', async () => {
  const one = instance({ fault: failing('check-referral', 'Runtime.ExitError') });
  const reference = await refer(one, 'C01');
  await letRetriesRun(one);
  expect(triesOf(one, 'check-referral')).toBe(4);
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: 'Runtime.ExitError' } });
});

test.each(['CorruptItem', 'Runtime.UserCodeSyntaxError'])(
  '%s, which comes back, parks the case after one retry',
  async (name) => {
    const one = instance({ fault: failing('check-referral', name) });
    const reference = await refer(one, 'C01');
    await letRetriesRun(one);
    expect(triesOf(one, 'check-referral')).toBe(2);
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: name } });
  },
);

test('an error that no retrier names and that passes parks nothing', async () => {
  const one = instance({ fault: failing('open-task', 'Runtime.UnhandledPromiseRejection', 1) });
  const reference = await refer(one, 'C01');
  await letRetriesRun(one);
  expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
});

test('a scan without a result still gets its twenty tries before the step goes on', async () => {
  const one = instance({ fault: failing('check-referral', 'EvidenceScanPending', 20) });
  const reference = await refer(one, 'C01');
  await letRetriesRun(one);
  expect(one.clock.now()).toBe('2026-09-24T08:10:00.000Z');
  expect(triesOf(one, 'check-referral')).toBe(21);
  expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
});

test('a time that runs out is never tried again: people are reminded', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await waitInVain(one);
  expect(triesOf(one, 'open-task')).toBe(2);
  expect(triesOf(one, 'remind-people')).toBe(1);
  expect((await caseOf(one, reference)).task?.round).toBe(1);
});

test("no message of an error reaches the workflow's history, the log or an email", async () => {
  const one = instance({ fault: breaking('check-referral', poppy).fault });
  const reference = await refer(one, 'C01');
  await letRetriesRun(one);
  const seen = JSON.stringify([one.engine.history(`${reference}-intake-1`), one.log.lines, one.mail]);
  expect(seen).toContain('Bug');
  for (const name of ['Poppy', 'Testerfield', '9990007314', '2024-09-10']) expect(seen).not.toContain(name);
});

test('a start that failed at submission is made good by the sweeper within a minute', async () => {
  let broken = true;
  const flaky = instance({
    workflow: {
      start: async (execution) => {
        if (broken) throw new Transient('out of reach');
        return flaky.startForReal(execution);
      },
    },
  });
  const reference = await refer(flaky, 'C01');
  expect(flaky.engine.executions()).toEqual([]);
  broken = false;
  flaky.clock.advanceMinutes(1);
  await flaky.sweep();
  expect(flaky.engine.executions()).toHaveLength(1);
  expect((await caseOf(flaky, reference)).shown).toBe('IN_TRIAGE');
});

test('a wake-up that does not get through is repeated until the workflow has moved', async () => {
  let broken = true;
  const one = instance({
    workflow: {
      wake: async (token, output) => {
        if (broken) throw new Transient('out of reach');
        return one.wakeForReal(token, output);
      },
    },
  });
  const reference = await refer(one, 'C01');
  await decideForGood(one, reference, 'DECLINE');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'DECLINED', next: 'NOTIFY', outbox: [{ kind: 'WAKE' }] });
  broken = false;
  one.clock.advanceMinutes(1);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ next: 'DONE', outbox: [] });
});

test('a decision made while no token is live still counts', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await one.stop(`${reference}-intake-1`);
  expect((await decide(one, reference, 'ACCEPT_INITIAL_ASSESSMENT')).kind).toBe('RECORDED');
  one.clock.advanceMinutes(5);
  await one.sweep();
  expect((await caseOf(one, reference)).decisions.at(-1)?.outcome).toBe('ACCEPT_INITIAL_ASSESSMENT');
  one.clock.advanceMinutes(16);
  await one.sweep();
  expect((await caseOf(one, reference)).shown).toBe('PARKED');
  await one.restart({ reference, by: 'An operator' });
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'ON_WAITING_LIST', run: 2 });
});

test('an execution that was stopped is found past its instant and its case parked for an operator', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await one.stop(`${reference}-intake-1`);
  const moveBy = (await caseOf(one, reference)).moveBy;
  one.clock.advanceMinutes((Date.parse(moveBy) - Date.parse(one.clock.now())) / 60_000);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: 'WORKFLOW_ENDED' } });
});

test('a sweep over a running workflow that is late gives it more time', async () => {
  const one = instance();
  const reference = await refer(one, 'C01', { scan: 'PENDING' });
  one.clock.advanceMinutes(16);
  await one.sweep();
  expect((await caseOf(one, reference)).parked).toBeNull();
});

test('sweeping again and again changes nothing that is whole', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  const before = await caseOf(one, reference);
  for (let n = 0; n < 5; n += 1) await one.sweep();
  expect(await caseOf(one, reference)).toEqual(before);
});
