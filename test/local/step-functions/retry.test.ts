import { describe, expect, test } from 'vitest';
import { matches, planRetry } from '#local/step-functions/retry.ts';
import { FunctionError, NOON, setting, task } from './setting.ts';

const rule = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'NONE' as const };

describe('which errors a rule covers', () => {
  test.each([
    [['X'], 'X', true],
    [['X'], 'Y', false],
    [['States.ALL'], 'X', true],
    [['States.ALL'], 'States.Timeout', true],
    [['States.ALL'], 'States.DataLimitExceeded', false],
    [['States.ALL'], 'States.Runtime', false],
    [['States.Runtime'], 'States.Runtime', false],
    [['States.DataLimitExceeded'], 'States.DataLimitExceeded', true],
    [['States.TaskFailed'], 'Lambda.Unknown', true],
    [['States.TaskFailed'], 'Runtime.ExitError', true],
    [['States.TaskFailed'], 'States.QueryEvaluationError', true],
    [['States.TaskFailed'], 'States.Timeout', false],
    [['States.TaskFailed', 'States.Timeout'], 'States.Timeout', true],
    [['States.TaskFailed'], 'States.DataLimitExceeded', false],
    [['States.TaskFailed'], 'States.Runtime', false],
  ])('%j and %s: %s', (errorEquals, error, expected) => {
    expect(matches(errorEquals, error)).toBe(expected);
  });
});

describe('how long a retry waits', () => {
  test.each([
    [{ ErrorEquals: ['X'], ...rule }, [0], 1000],
    [{ ErrorEquals: ['X'], ...rule }, [2], 4000],
    [{ ErrorEquals: ['X'], ...rule, MaxDelaySeconds: 3 }, [2], 3000],
    [{ ErrorEquals: ['X'], ...rule, JitterStrategy: 'FULL' as const }, [1], 500],
  ])('%j after %j attempts: %i ms', (retrier, spent, delayMs) => {
    expect(planRetry([retrier], spent, 'X', () => 0.25)?.delayMs).toBe(delayMs);
  });

  test('a rule whose attempts are spent does not retry', () => {
    expect(planRetry([{ ErrorEquals: ['X'], ...rule }], [3], 'X', () => 1)).toBeUndefined();
  });

  test('only the first rule that covers the error counts, even when its attempts are spent', () => {
    const rules = [
      { ErrorEquals: ['X'], ...rule, MaxAttempts: 0 },
      { ErrorEquals: ['States.ALL'], ...rule },
    ];

    expect(planRetry(rules, [], 'X', () => 1)).toBeUndefined();
  });
});

/** A function that fails with each error in turn, then answers. */
function failing(...errors: string[]) {
  return () => {
    const error = errors.shift();
    if (error !== undefined) throw new FunctionError(error, 'went wrong');
    return 'ok';
  };
}

const done = { Done: { Type: 'Succeed' } };
const twice = { ErrorEquals: ['Busy'], IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 2 };

test('a task that fails is tried again when the delay is over on the simulated clock', async () => {
  const world = setting({
    states: { A: task('f', { Retry: [twice], End: true }) },
    lambdas: { f: failing('Busy', 'Busy') },
  });
  await world.start('one');

  expect(world.engine.nextDueAt()).toBe(NOON + 10_000);
  await world.advance(10);
  expect(world.engine.nextDueAt()).toBe(NOON + 30_000);
  await world.advance(20);

  expect(world.invoked).toHaveLength(3);
  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED' });
});

test('each rule counts its own attempts', async () => {
  const Retry = [twice, { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 1 }];
  const lambdas = { f: failing('Busy', 'Other', 'Busy', 'Other') };
  const world = setting({ states: { A: task('f', { Retry, End: true }) }, lambdas });
  await world.start('one');

  await world.advance(100);

  expect(world.invoked).toHaveLength(4);
  expect(await world.describe('one')).toMatchObject({ status: 'FAILED', error: 'Other' });
});

test('once the attempts are spent the catch takes over, with the error and its cause', async () => {
  const Catch = [{ ErrorEquals: ['Busy'], Next: 'Done', Output: '{% $states.errorOutput %}', Assign: { seen: true } }];
  const Retry = [{ ...twice, MaxAttempts: 1 }];
  const world = setting({
    states: { A: task('f', { Retry, Catch, End: true }), ...done },
    lambdas: { f: failing('Busy', 'Busy') },
  });
  await world.start('one');

  await world.advance(10);

  const { output } = await world.describe('one');
  const cause = JSON.stringify({ errorType: 'Busy', errorMessage: 'went wrong' });
  expect(JSON.parse(String(output))).toEqual({ Error: 'Busy', Cause: cause });
});

test('the attempts start anew when the state is entered again', async () => {
  const again = { ErrorEquals: ['States.ALL'], Next: 'A', Output: {} };
  const Retry = [{ ...twice, MaxAttempts: 1 }];
  const lambdas = { f: failing('Busy', 'Busy', 'Busy') };
  const world = setting({ states: { A: task('f', { Retry, Catch: [again], End: true }) }, lambdas });
  await world.start('one');

  await world.advance(20);

  expect(world.invoked).toHaveLength(4);
  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED' });
});

test('a function that cannot be reached is Lambda.SdkClientException, and a nameless error Lambda.Unknown', async () => {
  const unreachable = () => {
    throw new Error('connection refused');
  };
  const world = setting({ states: { A: task('f', { End: true }) }, lambdas: { f: unreachable } });
  const nameless = setting({ states: { A: task('f', { End: true }) }, lambdas: { f: failing('') } });
  await world.start('one');
  await nameless.start('one');

  expect(await world.describe('one')).toMatchObject({
    error: 'Lambda.SdkClientException',
    cause: 'connection refused',
  });
  expect(await nameless.describe('one')).toMatchObject({ error: 'Lambda.Unknown' });
});

test('a result over 256 KB is States.DataLimitExceeded, which States.ALL does not catch', async () => {
  const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Done' }];
  const world = setting({
    states: { A: task('f', { Catch, Next: 'Done' }), ...done },
    lambdas: { f: () => 'x'.repeat(262_144) },
  });
  await world.start('one');

  expect(await world.describe('one')).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

test('a wrong expression in a task can be caught like any other error', async () => {
  const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Done', Output: 'caught' }];
  const states = { A: task('f', { Output: '{% $states.result.Payload.gone %}', Catch, Next: 'Done' }), ...done };
  const world = setting({ states, lambdas: { f: () => ({}) } });
  await world.start('one');

  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '"caught"' });
});

test('a catch that itself goes wrong ends the execution', async () => {
  const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Done', Output: '{% $states.errorOutput.Gone %}' }];
  const world = setting({
    states: { A: task('f', { Catch, Next: 'Done' }), ...done },
    lambdas: { f: failing('Busy') },
  });
  await world.start('one');

  expect(await world.describe('one')).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
});
