import { expect, test } from 'vitest';
import { executionArn, MACHINE_ARN, NOON, setting, tokenTask } from './setting.ts';

const world = () => setting({ states: { A: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
const ended = () => setting({ states: { A: { Type: 'Succeed' } } });
const start = { stateMachineArn: MACHINE_ARN, name: 'one', input: '{}' };

test('the same name and input of a running execution get the same answer and start nothing', async () => {
  const { call, engine, clock, invoked } = world();
  const first = await call('StartExecution', start);
  clock.now += 1000;

  expect(await call('StartExecution', start)).toEqual(first);
  await engine.settled();
  expect(invoked).toHaveLength(1);
});

test('the same name with another input, or of an ended execution, is ExecutionAlreadyExists', async () => {
  const { call } = world();
  await call('StartExecution', start);
  const over = ended();
  await over.start('one');

  const refused = { status: 400, body: { __type: 'ExecutionAlreadyExists' } };
  expect(await call('StartExecution', { ...start, input: '{"a":1}' })).toMatchObject(refused);
  expect(await over.call('StartExecution', start)).toMatchObject(refused);
});

test.each([
  [
    'an unknown machine',
    'StateMachineDoesNotExist',
    'StartExecution',
    { ...start, stateMachineArn: `${MACHINE_ARN}x` },
  ],
  ['a name with a space', 'InvalidName', 'StartExecution', { ...start, name: 'a b' }],
  ['a name of 81 characters', 'InvalidName', 'StartExecution', { ...start, name: 'a'.repeat(81) }],
  ['a malformed input', 'InvalidExecutionInput', 'StartExecution', { ...start, input: '{' }],
  ['a request without its fields', 'ValidationException', 'StartExecution', {}],
  ['an unknown operation', 'UnknownOperationException', 'CreateActivity', {}],
  [
    'an execution that is not there',
    'ExecutionDoesNotExist',
    'DescribeExecution',
    { executionArn: executionArn('no') },
  ],
  ['an ARN that is none', 'InvalidArn', 'GetExecutionHistory', { executionArn: 'one' }],
])('%s is refused as %s', async (_what, type, operation, request) => {
  expect(await world().call(operation, request)).toMatchObject({ status: 400, body: { __type: type } });
});

test('a malformed body is SerializationException', async () => {
  const { status, body } = await world().engine.handle('AWSStepFunctions.StartExecution', '{');

  expect([status, JSON.parse(body)]).toMatchObject([400, { __type: 'SerializationException' }]);
});

test('a stopped execution is ABORTED with error and cause, and stopping it again changes nothing', async () => {
  const { call, start, describe, clock } = world();
  const arn = await start('one');
  await call('StopExecution', { executionArn: arn, error: 'Parked', cause: 'by hand' });
  clock.now += 1000;

  expect(await call('StopExecution', { executionArn: arn })).toMatchObject({ body: { stopDate: NOON / 1000 } });
  expect(await describe('one')).toMatchObject({ status: 'ABORTED', error: 'Parked', cause: 'by hand' });
});

test('executions are listed newest first, by status, in pages', async () => {
  const { call, start, clock, engine } = ended();
  for (const name of ['one', 'two', 'three']) {
    clock.now += 1000;
    await start(name);
  }
  const page = (more: object) => call('ListExecutions', { stateMachineArn: MACHINE_ARN, maxResults: 2, ...more });
  const first = await page({});

  expect(first.body).toMatchObject({ executions: [{ name: 'three' }, { name: 'two' }], nextToken: '2' });
  expect((await page({ nextToken: '2' })).body).toMatchObject({ executions: [{ name: 'one' }] });
  expect((await page({ statusFilter: 'RUNNING' })).body).toEqual({ executions: [] });
  expect(engine.executions().map((one) => one.name)).toEqual(['three', 'two', 'one']);
});

test('the history comes in pages and in either order', async () => {
  const { call, start } = ended();
  const arn = await start('one');
  const page = (more: object) => call('GetExecutionHistory', { executionArn: arn, maxResults: 1, ...more });

  expect((await page({})).body).toMatchObject({ events: [{ id: 1, type: 'ExecutionStarted' }], nextToken: '1' });
  expect((await page({ reverseOrder: true })).body).toMatchObject({ events: [{ type: 'ExecutionSucceeded' }] });
});

test('an execution whose history reaches 25,000 events fails and says so', async () => {
  const { start, describe, history } = setting({
    states: {
      A: { Type: 'Pass', Next: 'B' },
      B: { Type: 'Pass', Next: 'C' },
      C: { Type: 'Choice', Choices: [{ Condition: '{% false %}', Next: 'D' }], Default: 'A' },
      D: { Type: 'Succeed' },
    },
  });
  await start('one');

  expect(await describe('one')).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  expect(history('one').at(-1)).toMatchObject({ id: 25_000, previousEventId: 24_999, type: 'ExecutionFailed' });
}, 60_000);
