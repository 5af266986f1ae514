import { expect, test } from 'vitest';
import { Transient } from '#domain/errors.ts';
import { type Fault, instance } from './instance.ts';
import { caseOf, decide, decideForGood, refer, statesOf } from './road.ts';

class Bug extends Error {
  override readonly name = 'Bug';
}

/** A fault that can be mended while the test runs. */
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
    expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: 'Bug' } });
    expect(statesOf(one, `${reference}-1`).at(-1)).toBe('Park the case for an operator');
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
  expect((await caseOf(one, reference)).shown).toBe('PARKED');
  mend();
  await decideForGood(one, reference, 'DECLINE');
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'DECLINED', next: 'DONE' });
});

test('a bug in parking itself ends the workflow, and the sweeper parks the case once it is overdue', async () => {
  const fault: Fault = (name) => (name === 'check-referral' || name === 'park-case' ? poppy : undefined);
  const one = instance({ fault });
  const reference = await refer(one, 'C01');
  expect(statesOf(one, `${reference}-1`).at(-1)).toBe('The case could not even be parked');
  expect((await caseOf(one, reference)).shown).toBe('RECEIVED');
  one.clock.advanceMinutes(16);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'PARKED', parked: { why: 'WORKFLOW_ENDED' } });
});

test('trouble that passes is ridden out by retries', async () => {
  let left = 2;
  const fault: Fault = (name) => {
    if (name !== 'check-referral' || left === 0) return undefined;
    left -= 1;
    return new Transient('A throttle.');
  };
  const one = instance({ fault });
  const reference = await refer(one, 'C01');
  for (let tries = 0; tries < 5; tries += 1) {
    one.clock.advanceMinutes(1);
    await one.drain();
  }
  expect(one.invoked.filter((name) => name === 'check-referral')).toHaveLength(3);
  expect((await caseOf(one, reference)).shown).toBe('IN_TRIAGE');
});

test("no message of an error reaches the workflow's history, the log or an e-mail", async () => {
  const one = instance({ fault: breaking('check-referral', poppy).fault });
  const reference = await refer(one, 'C01');
  const seen = JSON.stringify([one.engine.history(`${reference}-1`), one.log.lines, one.mail]);
  expect(seen).toContain('Bug');
  for (const name of ['Poppy', 'Testerfield', '9990007314', '2024-09-10']) expect(seen).not.toContain(name);
});

test('a start that failed at submission is made good by the sweeper within a minute', async () => {
  let broken = true;
  const flaky = instance({
    workflow: {
      start: async (name, referralId) => {
        if (broken) throw new Transient('out of reach');
        return flaky.startForReal(name, referralId);
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
  expect(await caseOf(one, reference)).toMatchObject({ shown: 'DECLINED', next: 'TELL', outbox: [{ kind: 'WAKE' }] });
  broken = false;
  one.clock.advanceMinutes(1);
  await one.sweep();
  expect(await caseOf(one, reference)).toMatchObject({ next: 'DONE', outbox: [] });
});

test('a decision made while no token is live still counts', async () => {
  const one = instance();
  const reference = await refer(one, 'C01');
  await one.stop(`${reference}-1`);
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
  await one.stop(`${reference}-1`);
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
