import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MACHINE_ARN, type Setting, setting, tokenTask } from './setting.ts';

/** An engine whose executions park; `commits` counts its transactions, and `fail` makes the next one fail. */
function counted() {
  const database = new DatabaseSync(':memory:');
  const exec = database.exec.bind(database);
  const world = setting({ database, states: { A: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
  const disk = { commits: 0, full: false };
  database.exec = (sql) => {
    if (sql === 'commit' && disk.full) throw new Error('disk is full');
    if (sql === 'commit') disk.commits += 1;
    exec(sql);
  };
  return { world, disk };
}

type Start = { name: string; input: string };

const start = ({ call }: Setting, { name, input }: Start) =>
  call('StartExecution', { stateMachineArn: MACHINE_ARN, name, input });
const numbered = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `case-${n}`, input: '{}' }));

test('starts that arrive in one turn share one transaction, and each its first step', async () => {
  const { world, disk } = counted();

  const answers = await Promise.all(numbered(30).map((one) => start(world, one)));

  expect(answers.map(({ status }) => status)).toEqual(Array(30).fill(200));
  expect(disk.commits).toBe(1);
  expect(world.types('case-7')).toEqual(['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted']);
});

test('answers to tokens that arrive in one turn share one transaction, each with the end of its execution', async () => {
  const { world, disk } = counted();
  await Promise.all(numbered(30).map((one) => start(world, one)));
  await world.engine.settled();
  disk.commits = 0;

  const tokens = world.invoked.map(({ payload }) => Object(payload).token);
  await Promise.all(tokens.map((taskToken) => world.call('SendTaskSuccess', { taskToken, output: '{}' })));

  expect(disk.commits).toBe(1);
  expect(world.engine.executions().map(({ status }) => status)).toEqual(Array(30).fill('SUCCEEDED'));
});

const starts = fc.record({
  name: fc.constantFrom('one', 'two', 'three', 'bad name'),
  input: fc.constantFrom('{}', '{"a":1}', '{'),
});

/** What each start is answered when they come one after another. */
function expected(all: Start[]): string[] {
  const running = new Map<string, string>();
  return all.map(({ name, input }) => {
    if (name === 'bad name') return 'InvalidName';
    if (input === '{') return 'InvalidExecutionInput';
    const known = running.get(name);
    if (known === undefined) running.set(name, input);
    return known === undefined || known === input ? 'started' : 'ExecutionAlreadyExists';
  });
}

test('a start that is refused spoils no other of its group: all are answered as one after another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(starts, { maxLength: 12 }), async (all) => {
      const { world } = counted();

      const answers = await Promise.all(all.map((one) => start(world, one)));

      expect(answers.map(({ status, body }) => (status === 200 ? 'started' : body.__type))).toEqual(expected(all));
      const valid = all.filter(({ name, input }) => name !== 'bad name' && input !== '{');
      expect(world.engine.executions()).toHaveLength(new Set(valid.map(({ name }) => name)).size);
    }),
  );
});

test('of answers to one token that arrive together one counts and the others are TaskTimedOut', async () => {
  const { world } = counted();
  await world.start('one');
  const { token } = Object(world.invoked[0]?.payload);

  const answers = await Promise.all(
    ['"first"', '"second"', '"third"'].map((output) => world.call('SendTaskSuccess', { taskToken: token, output })),
  );

  expect(answers.map(({ status, body }) => body.__type ?? status)).toEqual([200, 'TaskTimedOut', 'TaskTimedOut']);
  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '"first"' });
  expect(world.types('one').filter((type) => type === 'TaskSucceeded')).toHaveLength(1);
});

test('a group that the disk refuses is acknowledged to no one, and can be sent again', async () => {
  const { world, disk } = counted();
  disk.full = true;

  const refused = await Promise.allSettled(numbered(3).map((one) => start(world, one)));
  disk.full = false;

  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(world.engine.executions()).toEqual([]);
  expect(world.invoked).toEqual([]);
  expect(await start(world, { name: 'case-1', input: '{}' })).toMatchObject({ status: 200 });
});

test('no one sees an execution, and no function runs, before it is durable', async () => {
  const { world } = counted();

  const answer = start(world, { name: 'one', input: '{}' });
  const seen = [await world.describe('one'), world.engine.executions(), [...world.invoked]];
  await answer;

  expect(seen).toMatchObject([{ __type: 'ExecutionDoesNotExist' }, [], []]);
});

test('a request that still waits for its group when the engine closes is answered 503', async () => {
  const { world, disk } = counted();

  const answer = start(world, { name: 'one', input: '{}' });
  await Promise.resolve();
  await world.engine.close();

  expect(await answer).toMatchObject({ status: 503 });
  expect(disk.commits).toBe(0);
});
