import { expect, test } from 'vitest';
import { arnOf, NOON, setting, task } from './setting.ts';

const parked = { Parked: { Type: 'Fail', Error: 'Parked' } };

test('the history of a failure that was caught has the events of AWS in their order', async () => {
  const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Parked', Assign: { seen: true } }];
  const states = { 'Check it': task('f', { Catch, TimeoutSeconds: 5, End: true }), ...parked };
  const world = setting({ states });
  await world.start('one', { referralId: 'R1' });

  const input = '{"referralId":"R1"}';
  const error = { error: 'Lambda.SdkClientException', cause: 'This test has no such function.' };
  const output = JSON.stringify({ Error: error.error, Cause: error.cause });
  const whole = { truncated: false };
  const lambda = { resource: 'invoke', resourceType: 'lambda' };
  const parameters = JSON.stringify({ FunctionName: arnOf('f'), Payload: { referralId: 'R1' } });
  expect(world.history('one').map(({ id, previousEventId, timestamp, ...rest }) => rest)).toMatchObject([
    { type: 'ExecutionStarted', executionStartedEventDetails: { input, inputDetails: whole } },
    { type: 'TaskStateEntered', stateEnteredEventDetails: { name: 'Check it', input, inputDetails: whole } },
    { type: 'TaskScheduled', taskScheduledEventDetails: { ...lambda, parameters, timeoutInSeconds: 5 } },
    { type: 'TaskStarted', taskStartedEventDetails: lambda },
    { type: 'TaskFailed', taskFailedEventDetails: { ...lambda, ...error } },
    {
      type: 'TaskStateExited',
      stateExitedEventDetails: { name: 'Check it', output, assignedVariables: { seen: 'true' } },
    },
    { type: 'FailStateEntered', stateEnteredEventDetails: { name: 'Parked', input: output } },
    { type: 'ExecutionFailed', executionFailedEventDetails: { error: 'Parked' } },
  ]);
});

test('events carry the simulated time in seconds, and each names the one before', async () => {
  const world = setting({ states: { A: { Type: 'Wait', Seconds: 90, Next: 'B' }, B: { Type: 'Succeed' } } });
  await world.start('one');
  await world.advance(90);

  expect(world.history('one').map((one) => [one.type, one.timestamp, one.previousEventId])).toEqual([
    ['ExecutionStarted', NOON / 1000, 0],
    ['WaitStateEntered', NOON / 1000, 0],
    ['WaitStateExited', NOON / 1000 + 90, 2],
    ['SucceedStateEntered', NOON / 1000 + 90, 3],
    ['SucceedStateExited', NOON / 1000 + 90, 4],
    ['ExecutionSucceeded', NOON / 1000 + 90, 5],
  ]);
});

test('a wrong expression leaves an EvaluationFailed that says where', async () => {
  const world = setting({ states: { A: { Type: 'Pass', Output: { x: '{% $gone %}' }, End: true } } });
  await world.start('one');

  expect(world.history('one').at(-2)).toMatchObject({
    type: 'EvaluationFailed',
    evaluationFailedEventDetails: { error: 'States.QueryEvaluationError', location: 'Output/x', state: 'A' },
  });
});
