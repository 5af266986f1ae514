import { expect, test } from 'vitest';
import { MACHINE_ARN, machine, NOON, setting, task, tokenTask } from './setting.ts';

const end = { End: true };
const never = () => new Promise<never>(() => {});
const pass = (Output: unknown) => ({ Type: 'Pass', Output, ...end });

/** Starts "one", closes the engine wherever it stands, and opens another on the same store. */
async function reopened(first: Parameters<typeof setting>[0], second = first) {
  const before = setting(first);
  await before.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'one', input: '{}' });
  while (before.invoked.length === 0 && before.engine.nextDueAt() === undefined) await new Promise(setImmediate);
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);
  await before.engine.close();
  const after = setting({ ...second, database: before.database, now: before.clock.now });
  after.engine.resume();
  return { before, after };
}

test('a task that was running runs again, with the same token', async () => {
  const states = { A: tokenTask('open', end) };
  const { before, after } = await reopened(
    { states, lambdas: { open: never } },
    { states, lambdas: { open: () => null } },
  );

  await after.engine.settled();

  expect(after.invoked).toEqual(before.invoked);
});

test('a parked task does not run again, and its token is still good', async () => {
  const states = { A: tokenTask('open', end) };
  const { before, after } = await reopened({ states, lambdas: { open: () => null } });
  const { token } = Object(before.invoked[0]?.payload);

  await after.call('SendTaskSuccess', { taskToken: token, output: '"decided"' });
  await after.engine.settled();

  expect(after.invoked).toEqual([]);
  expect(await after.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '"decided"' });
});

test('a retry, a wait and a token keep their instants', async () => {
  const retried = task('f', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 30 }], ...end });
  const waiting = { Type: 'Wait', Seconds: 30, ...end };
  const parked = tokenTask('open', { TimeoutSeconds: 30, ...end });
  for (const A of [retried, waiting, parked]) {
    const { after } = await reopened({ states: { A }, lambdas: { open: () => null } });
    await after.engine.settled();

    expect(after.engine.nextDueAt()).toBe(NOON + 30_000);
  }
});

test('an answer that comes after closing is dropped, and the task runs again', async () => {
  let answer = (_value: string) => {};
  const slow = () => new Promise<string>((resolve) => (answer = resolve));
  const states = { A: task('f', end) };
  const { before, after } = await reopened(
    { states, lambdas: { f: slow } },
    { states, lambdas: { f: () => 'second' } },
  );

  answer('first');
  await before.engine.settled();
  await after.engine.settled();

  expect(await after.describe('one')).toMatchObject({ output: expect.stringContaining('second') });
});

test('an execution keeps the definition it started with', async () => {
  const wait = { Type: 'Wait', Seconds: 60, Next: 'B' };
  const { after } = await reopened(
    { states: { A: wait, B: pass('{% "old" %}') } },
    { states: { A: { ...wait, Next: 'C' }, C: pass('{% "new" %}') } },
  );
  await after.start('two');

  await after.advance(60);

  expect(await after.describe('one')).toMatchObject({ output: '"old"' });
  expect(await after.describe('two')).toMatchObject({ output: '"new"' });
});

test('an execution whose machine is not registered waits for it', async () => {
  const { before } = await reopened({ states: { A: { Type: 'Wait', Seconds: 60, ...end } } });
  const other = setting({ states: { A: { Type: 'Succeed' } }, arn: `${MACHINE_ARN}-2`, database: before.database });
  other.engine.resume();
  await other.advance(60);

  expect(await other.describe('one')).toMatchObject({ status: 'RUNNING' });
  other.engine.register({
    arn: MACHINE_ARN,
    name: 'referral',
    definition: machine({ A: { Type: 'Succeed' } }),
    functionNames: String,
  });
  other.engine.resume();
  await other.engine.settled();
  expect(await other.describe('one')).toMatchObject({ status: 'SUCCEEDED' });
});

test('a closed engine answers that it is unavailable and touches its store no more', async () => {
  const { before } = await reopened({ states: { A: { Type: 'Wait', Seconds: 60, ...end } } });

  before.database.close();

  expect(await before.call('ListExecutions', { stateMachineArn: MACHINE_ARN })).toMatchObject({ status: 503 });
  expect(before.engine.nextDueAt()).toBeUndefined();
  expect(() => before.engine.runDue()).not.toThrow();
});

test('progress is told when a timer is set, even while a function of another execution still runs', async () => {
  const told: (number | undefined)[] = [];
  const states = {
    A: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.slow %}', Next: 'B' }], Default: 'C' },
    B: task('f', end),
    C: { Type: 'Wait', Seconds: 60, ...end },
  };
  const world = setting({ states, lambdas: { f: never }, onProgress: (engine) => told.push(engine.nextDueAt()) });
  const start = (name: string, slow: boolean) =>
    world.call('StartExecution', { stateMachineArn: MACHINE_ARN, name, input: JSON.stringify({ slow }) });
  await start('one', true);
  while (world.invoked.length === 0) await new Promise(setImmediate);

  await start('two', false);
  for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate);

  expect(told.at(-1)).toBe(NOON + 60_000);
});
