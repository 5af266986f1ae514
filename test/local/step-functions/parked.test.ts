import { expect, test } from 'vitest';
import { createMemory } from '#local/step-functions/memory.ts';
import { openStore } from '#local/step-functions/store.ts';
import { newToken } from '#local/step-functions/token.ts';
import { executionArn, MACHINE_ARN, NOON, setting, task, tokenTask } from './setting.ts';

test('a store is opened again without reading a document that is parked', async () => {
  const states = { A: tokenTask('open', { TimeoutSeconds: 60, End: true }) };
  const lambdas = { open: () => null };
  const before = setting({ states, lambdas });
  await before.start('parked');
  await before.start('woken');
  await before.engine.close();
  before.database.exec(`update sfn_executions set doc = 'damaged' where arn = '${executionArn('parked')}'`);

  const after = setting({ states, lambdas, database: before.database });
  after.engine.resume();
  const { token } = Object(before.invoked[1]?.payload);
  await after.call('SendTaskSuccess', { taskToken: token, output: '"decided"' });

  expect(after.engine.nextDueAt()).toBe(NOON + 60_000);
  expect(after.engine.executions()).toMatchObject([{ status: 'RUNNING' }, { status: 'SUCCEEDED' }]);
});

test('what is changed in an execution that was read changes nothing for whoever reads it next', async () => {
  const states = { A: task('f', { Assign: { seen: 'first' }, Next: 'B' }), B: task('g', { End: true }) };
  const world = setting({ states, lambdas: { f: () => 1, g: () => new Promise(() => {}) } });
  await world.call('StartExecution', { stateMachineArn: MACHINE_ARN, name: 'one', input: '{}' });
  while (world.invoked.length < 2) await new Promise(setImmediate);
  const stored = openStore(world.database).read(executionArn('one'));
  const memory = createMemory();
  if (stored !== undefined) memory.put(stored);

  const first = memory.get(executionArn('one'));
  first?.state.retriesByRetrier.push(3);
  Object.assign(first?.variables ?? {}, { seen: 'changed' });

  expect(memory.get(executionArn('one'))).toMatchObject({
    state: { retriesByRetrier: [] },
    variables: { seen: 'first' },
  });
});

test('tokens are all different, of 64 characters, and those of one time stand side by side', () => {
  const tokens = [NOON, NOON, NOON + 1, NOON + 60_000].map(newToken);

  expect(new Set(tokens).size).toBe(4);
  expect(tokens.map((token) => token.length)).toEqual([64, 64, 64, 64]);
  expect(new Set(tokens.map((token) => token.slice(0, 4))).size).toBe(1);
});
