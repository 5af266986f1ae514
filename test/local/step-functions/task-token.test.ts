import { expect, test } from 'vitest';
import * as z from 'zod';
import { FunctionError, type Lambda, NOON, type Setting, setting, task, tokenTask } from './setting.ts';

const end = { End: true };
const payload = z.object({ token: z.string() });

function tokens(world: Setting): string[] {
  return world.invoked.map((one) => payload.parse(one.payload).token);
}

function token(world: Setting, attempt = 0): string {
  return tokens(world)[attempt] ?? 'none';
}

function parked(more: object = {}, open: Lambda = () => null): Setting {
  const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }];
  const states = {
    A: tokenTask('open', { TimeoutSeconds: 60, Catch, ...end, ...more }),
    Late: { Type: 'Pass', ...end },
  };
  return setting({ states, lambdas: { open } });
}

async function parkedExecution(more?: object, open?: Lambda): Promise<Setting> {
  const world = parked(more, open);
  await world.start('one');
  return world;
}

const success = (world: Setting, taskToken: string, output = '{"code":"LIST"}') =>
  world.call('SendTaskSuccess', { taskToken, output });

test('a parked task ends with what is sent for its token', async () => {
  const world = await parkedExecution();

  expect(await success(world, token(world))).toEqual({ status: 200, body: {} });
  await world.engine.settled();

  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '{"code":"LIST"}' });
});

test('an answer that comes before the function has returned counts, and the return changes nothing', async () => {
  let release = () => {};
  const slow = new Promise<null>((resolve) => {
    release = () => resolve(null);
  });
  const world = parked({}, () => slow);
  const started = world.start('one');
  while (world.invoked.length === 0) await new Promise(setImmediate);

  await success(world, token(world));
  release();
  await started;

  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '{"code":"LIST"}' });
  expect(world.types('one').filter((type) => type.startsWith('Task'))).toEqual([
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
  ]);
});

test('a second answer is TaskTimedOut and changes nothing', async () => {
  const world = await parkedExecution();
  await success(world, token(world));

  const again = await success(world, token(world), '{"code":"DECLINE"}');
  await world.engine.settled();

  expect(again).toMatchObject({ status: 400, body: { __type: 'TaskTimedOut' } });
  expect(await world.describe('one')).toMatchObject({ output: '{"code":"LIST"}' });
});

test('a late answer is TaskTimedOut, even before the timer has been run', async () => {
  const world = await parkedExecution();
  world.clock.now = NOON + 60_000;

  expect(await success(world, token(world))).toMatchObject({ body: { __type: 'TaskTimedOut' } });
  await world.engine.settled();

  expect(await world.describe('one')).toMatchObject({ output: '{"Error":"States.Timeout","Cause":""}' });
});

test('an unknown token is InvalidToken', async () => {
  const world = await parkedExecution();

  expect(await success(world, 'made-up')).toMatchObject({ status: 400, body: { __type: 'InvalidToken' } });
});

test('a malformed output is InvalidOutput and leaves the token open', async () => {
  const world = await parkedExecution();

  expect(await success(world, token(world), '{')).toMatchObject({ body: { __type: 'InvalidOutput' } });
  expect(await success(world, token(world))).toMatchObject({ status: 200 });
});

test('an output over 256 KB is refused', async () => {
  const world = await parkedExecution();
  const output = JSON.stringify('x'.repeat(262_144));

  expect(await success(world, token(world), output)).toMatchObject({ body: { __type: 'ValidationException' } });
});

test('a task without an answer times out at its deadline, not before', async () => {
  const world = await parkedExecution();

  await world.advance(59);
  expect(world.types('one')).not.toContain('TaskTimedOut');
  await world.advance(1);
  expect(world.types('one')).toContain('TaskTimedOut');
});

test('a failure that is sent is retried and caught by the name it is given', async () => {
  const world = await parkedExecution({ Catch: [{ ErrorEquals: ['Withdrawn'], Next: 'Late' }] });

  await world.call('SendTaskFailure', { taskToken: token(world), error: 'Withdrawn', cause: 'by the referrer' });
  await world.engine.settled();

  expect(await world.describe('one')).toMatchObject({ output: '{"Error":"Withdrawn","Cause":"by the referrer"}' });
});

test('a retry has a new token, and the old one is closed', async () => {
  let calls = 0;
  const once = () => {
    calls += 1;
    if (calls === 1) throw new FunctionError('Transient', 'busy');
  };
  const world = await parkedExecution({ Retry: [{ ErrorEquals: ['Transient'], IntervalSeconds: 5 }] }, once);
  await world.advance(5);

  expect(new Set(tokens(world)).size).toBe(2);
  expect(await success(world, token(world, 0))).toMatchObject({ body: { __type: 'TaskTimedOut' } });
  expect(await success(world, token(world, 1))).toMatchObject({ status: 200 });
});

test('a heartbeat says whether the token is open', async () => {
  const world = await parkedExecution();
  const beat = () => world.call('SendTaskHeartbeat', { taskToken: token(world) });

  expect(await beat()).toEqual({ status: 200, body: {} });
  await success(world, token(world));
  expect(await beat()).toMatchObject({ body: { __type: 'TaskTimedOut' } });
});

test.each([0, -1, 1.5, '60'])('a timeout that evaluates to %j is States.QueryEvaluationError', async (seconds) => {
  const world = setting({
    states: { A: task('f', { TimeoutSeconds: '{% $states.input.seconds %}', ...end }) },
    lambdas: { f: () => null },
  });
  await world.start('one', { seconds });

  expect(world.invoked).toEqual([]);
  expect(await world.describe('one')).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
});

test('an answer to a stopped execution is TaskTimedOut', async () => {
  const world = parked();
  const executionArn = await world.start('one');
  await world.call('StopExecution', { executionArn });

  expect(await success(world, token(world))).toMatchObject({ body: { __type: 'TaskTimedOut' } });
});
