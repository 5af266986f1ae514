import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { asStepFunctionsSees } from '#local/lambda/as-step-functions-sees.ts';
import { createLambdaHost } from '#local/lambda/host.ts';
import { anyone } from '#test/local/iam/anyone.ts';
import { setting, task } from './setting.ts';

const retrier = (error: string, MaxAttempts: number) => ({ ErrorEquals: [error], IntervalSeconds: 1, MaxAttempts });
const Retry = [retrier('Runtime.ExitError', 3), retrier('States.TaskFailed', 1)];

/** A machine of one step, whose function runs for real in a thread. */
function stepOf(code: string) {
  const folder = mkdtempSync(join(tmpdir(), 'step-'));
  writeFileSync(join(folder, 'index.mjs'), code);
  const spec = { name: 'f', arn: 'arn', role: 'f', logGroup: 'f', folder, handler: 'index.handler', environment: {} };
  const host = createLambdaHost({
    functions: new Map([['f', { ...spec, timeoutSeconds: 0.5, memoryMb: 128 }]]),
    offset: new SharedArrayBuffer(8),
    endpoints: { dynamodb: 'http://127.0.0.1:1', other: 'http://127.0.0.1:1' },
    access: anyone(),
    log: () => {},
    threads: 1,
  });
  onTestFinished(() => host.close());
  return setting({ states: { A: task('f', { Retry, End: true }) }, invoke: asStepFunctionsSees(host.invoke) });
}

test.each([
  ['that is killed each time is tried three times again', 'process.exit(1)', 4, 'Runtime.ExitError'],
  [
    'that leaves a promise is tried once again',
    "Promise.reject(new Error('lost')); await new Promise(() => {})",
    2,
    'Runtime.UnhandledPromiseRejection',
  ],
  ['that runs too long is tried once again', 'for (;;);', 2, 'Sandbox.Timedout'],
])('a function %s, and its error keeps its name', async (_what, code, tries, error) => {
  const world = stepOf(`export const handler = async () => { ${code}; };`);
  await world.start('one');
  await world.advance(60);

  expect(world.invoked).toHaveLength(tries);
  expect(await world.describe('one')).toMatchObject({ status: 'FAILED', error });
});

test('a bundle that cannot be read is tried once again under the name that AWS gives it', async () => {
  const world = stepOf('export const handler = async () => {');
  await world.start('one');
  await world.advance(60);

  expect(world.invoked).toHaveLength(2);
  expect(await world.describe('one')).toMatchObject({ error: 'Runtime.UserCodeSyntaxError' });
});
