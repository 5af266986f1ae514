import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '#local/store.ts';
import { executionArn, MACHINE_ARN, machine, NOON, setting } from './setting.ts';

/** Written by the last version of format 2: one execution for each way in which one can stand. */
const FORMAT_2 = readFileSync(join(import.meta.dirname, 'format-2.sql'), 'utf8');
const TOKENS = {
  parked: 'BuXgCoIiw8uQ2maEal3Uygp-Nv1nidSeCDnW6q36pv5284zG1eJgLhiGvtw0qpOh',
  answered: 'OQ1iHP36qyFHy7YuZWs5nZSsgkoWmDLx7BTIInIByEpubwuIGTaegTsC7K7qaLUj',
  running: 'nQTK_ilckbe7cfOAcg7WHgfKiXiV0cLnz2yMRdLNjvEDwnX25bOXlibDowhRuGkb',
};
const LATER = NOON + 5000;
const another = machine({ A: { Type: 'Succeed' } });

function old(): DatabaseSync {
  const database = new DatabaseSync(':memory:');
  database.exec(FORMAT_2);
  return database;
}

/** The engine of today on what format 2 left, with another definition than its executions began with. */
function migrated(database = old()) {
  const world = setting({ database, now: LATER, definition: another, lambdas: { slow: () => null, open: () => null } });
  world.engine.resume();
  return world;
}

const answered = (world: ReturnType<typeof setting>, taskToken: string) =>
  world.call('SendTaskSuccess', { taskToken, output: '"decided"' });

test('an execution that format 2 parked goes on with its token, its definition and its history', async () => {
  const world = migrated();

  expect(await answered(world, TOKENS.parked)).toEqual({ status: 200, body: {} });
  expect(await world.describe('token')).toMatchObject({
    status: 'SUCCEEDED',
    output: '"decided"',
    stopDate: LATER / 1000,
  });
  expect(world.history('token').map(({ id, type }) => `${id} ${type}`)).toEqual([
    '1 ExecutionStarted',
    '2 ChoiceStateEntered',
    '3 ChoiceStateExited',
    '4 TaskStateEntered',
    '5 TaskScheduled',
    '6 TaskStarted',
    '7 TaskSubmitted',
    '8 TaskSucceeded',
    '9 TaskStateExited',
    '10 ExecutionSucceeded',
  ]);
});

test('a task that ran when format 2 was closed runs again with the same token', async () => {
  const world = migrated();
  await world.engine.settled();

  expect(world.invoked.map(({ payload }) => payload)).toEqual([{ token: TOKENS.running }]);
  expect(await answered(world, TOKENS.running)).toMatchObject({ status: 200 });
});

test('timers of format 2 keep their instants', async () => {
  const world = migrated();

  expect(world.engine.nextDueAt()).toBe(NOON + 3_600_000);
  await world.advance(7200);
  expect(await world.describe('token')).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect(await world.describe('wait')).toMatchObject({ status: 'SUCCEEDED', stopDate: NOON / 1000 + 7201 });
});

test('what format 2 had ended stays ended: its token, its name and its place in the list', async () => {
  const world = migrated();

  expect(await answered(world, TOKENS.answered)).toMatchObject({ body: { __type: 'TaskTimedOut' } });
  expect(await world.describe('done')).toMatchObject({ status: 'SUCCEEDED', stopDate: (NOON + 2000) / 1000 });
  expect(await world.start('done')).toBe('ExecutionAlreadyExists');
  expect(world.engine.executions().map(({ name }) => name)).toEqual(['invoke', 'answered', 'done', 'wait', 'token']);
});

test('a migration that is cut off leaves format 2 as it was, and the next start makes it whole', async () => {
  const database = old();
  const exec = database.exec.bind(database);
  database.exec = (sql) => {
    if (sql === 'commit') throw new Error('killed');
    exec(sql);
  };

  expect(() => migrated(database)).toThrow('killed');
  expect(database.prepare('select count(*) as count from sfn_events').get()).toEqual({ count: 33 });
  database.exec = exec;
  expect(await answered(migrated(database), TOKENS.parked)).toMatchObject({ status: 200 });
});

test('a data folder of format 2 is opened, marked with the format of today, and is opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-format-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'format'), '2\n');
  const made = new DatabaseSync(join(folder, 'small-steps.sqlite'));
  made.exec(FORMAT_2);
  made.close();

  for (const status of [200, 400]) {
    const store = await openStore(folder);
    const world = migrated(store.database);
    expect(await answered(world, TOKENS.parked)).toMatchObject({ status });
    await world.engine.close();
    store.close();
    expect(readFileSync(join(folder, 'format'), 'utf8')).toBe('3\n');
  }
});

test('an execution of format 2 is found under its machine', async () => {
  const world = migrated();
  const { body } = await world.call('ListExecutions', { stateMachineArn: MACHINE_ARN, statusFilter: 'RUNNING' });

  expect(body.executions).toMatchObject([
    { executionArn: executionArn('invoke'), stateMachineArn: MACHINE_ARN, name: 'invoke' },
    { name: 'wait' },
    { name: 'token' },
  ]);
  expect(world.engine.machineOfToken(TOKENS.parked)).toBe(MACHINE_ARN);
});
