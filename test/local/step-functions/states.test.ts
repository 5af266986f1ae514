import { expect, test } from 'vitest';
import { executionArn, MACHINE_ARN, NOON, setting, task } from './setting.ts';

const end = { End: true };
const output = (value: unknown) => ({ Type: 'Pass', Output: value, ...end });

async function outcome(states: object, input: unknown = {}, lambdas = {}): Promise<unknown> {
  const world = setting({ states, lambdas });
  await world.start('one', input);
  const { status, output, error, cause } = await world.describe('one');
  return status === 'SUCCEEDED' ? JSON.parse(String(output)) : { error, cause };
}

test('expressions are filled in however deep they stand, and everything else is left alone', async () => {
  const states = { A: output({ list: [1, '{% $states.input.n + 1 %}'], text: 'say {% 1 %} now', none: null }) };

  expect(await outcome(states, { n: 1 })).toEqual({ list: [1, 2], text: 'say {% 1 %} now', none: null });
});

test('the result of a function has the shape of the Lambda integration of AWS', async () => {
  const answer = await outcome({ A: task('f', end) }, {}, { f: () => ({ code: 'LIST' }) });

  expect(answer).toEqual({ ExecutedVersion: '$LATEST', Payload: { code: 'LIST' }, StatusCode: 200 });
});

test('a function that returns nothing has the payload null', async () => {
  expect(await outcome({ A: task('f', end) }, {}, { f: () => undefined })).toMatchObject({ Payload: null });
});

test('a choice takes the first rule that holds, with its own output and variables', async () => {
  const rule = (Condition: string, to: string) => ({ Condition, Next: 'B', Assign: { to } });
  const Choices = [rule("{% $states.input.code = 'A' %}", 'a'), rule("{% $states.input.code = 'B' %}", 'b')];
  const states = { A: { Type: 'Choice', Choices, Default: 'B', Assign: { to: 'default' } }, B: output('{% $to %}') };

  expect(await outcome(states, { code: 'B' })).toBe('b');
  expect(await outcome(states, { code: 'Z' })).toBe('default');
});

test('a condition that is not a boolean fails the execution instead of counting as false', async () => {
  const states = {
    A: { Type: 'Choice', Choices: [{ Condition: '{% 1 %}', Next: 'B' }], Default: 'B' },
    B: output('{% 1 %}'),
  };

  expect(await outcome(states)).toMatchObject({ error: 'States.QueryEvaluationError' });
});

test('an assigned variable is visible from the next state on and not in the state that assigns it', async () => {
  const states = {
    A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
    B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}', old: '{% $n %}' }, Output: '{% $n %}', Next: 'C' },
    C: output({ before: '{% $states.input %}', n: '{% $n %}', old: '{% $old %}' }),
  };

  expect(await outcome(states)).toEqual({ before: 1, n: 2, old: 1 });
});

test('an expression that yields nothing is States.QueryEvaluationError, and says which and where', async () => {
  expect(await outcome({ A: output({ code: '{% $states.input.cod %}' }) }, { code: 1 })).toEqual({
    error: 'States.QueryEvaluationError',
    cause:
      "An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '$states.input.cod' specified for the field 'Output/code' returned nothing (undefined).",
  });
});

test('an expression that throws or returns a function is States.QueryEvaluationError', async () => {
  expect(await outcome({ A: output("{% 1 + 'a' %}") })).toMatchObject({ error: 'States.QueryEvaluationError' });
  expect(await outcome({ A: output('{% function($x){$x} %}') })).toMatchObject({
    error: 'States.QueryEvaluationError',
  });
});

test.each([
  ['for ever', '{% ($f := function($n){ 1 + $f($n + 1) }; $f(1)) %}'],
  ['over ten million items', '{% $sum([1..10000000]) %}'],
])('an expression that would run %s is stopped', async (_what, expression) => {
  expect(await outcome({ A: output(expression) })).toMatchObject({ error: 'States.QueryEvaluationError' });
});

test('the context tells the execution, the state and the machine', async () => {
  const started = '2026-09-24T12:00:00.000Z';

  expect(await outcome({ A: output('{% $states.context %}') }, { referralId: 'R1' })).toMatchObject({
    Execution: { Id: executionArn('one'), Name: 'one', Input: { referralId: 'R1' }, StartTime: started },
    State: { Name: 'A', EnteredTime: started, RetryCount: 0 },
    StateMachine: { Id: MACHINE_ARN, Name: 'referral' },
  });
});

test('the clock and the functions that AWS adds are there', async () => {
  const expressions = {
    now: '{% $now() %}',
    millis: '{% $millis() %}',
    parsed: '{% $parse(\'{"a":[1]}\').a %}',
    parts: '{% $partition([1,2,3], 2) %}',
    range: '{% $range(0, 10, 5) %}',
    hash: "{% $hash('a', 'SHA-256') %}",
  };

  expect(await outcome({ A: output(expressions) })).toEqual({
    now: new Date(NOON).toISOString(),
    millis: NOON,
    parsed: [1],
    parts: [[1, 2], [3]],
    range: [0, 5, 10],
    hash: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
  });
});

test('a wait lasts until its seconds are over on the simulated clock', async () => {
  const world = setting({ states: { A: { Type: 'Wait', Seconds: '{% 60 %}', Next: 'B' }, B: output("{% 'done' %}") } });
  await world.start('one');

  await world.advance(59);
  expect(await world.describe('one')).toMatchObject({ status: 'RUNNING' });
  await world.advance(1);
  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
});

test('a wait for an instant lasts until then, and not at all when it is past', async () => {
  const until = (Timestamp: string) => ({ A: { Type: 'Wait', Timestamp, ...end } });
  const world = setting({ states: until('2026-09-25T12:00:00Z') });
  await world.start('one');

  expect(world.engine.nextDueAt()).toBe(Date.parse('2026-09-25T12:00:00Z'));
  await world.advance(86_400);
  expect(await world.describe('one')).toMatchObject({ status: 'SUCCEEDED', stopDate: NOON / 1000 + 86_400 });
});

test('a fail state ends the execution with its error and cause', async () => {
  const states = { A: { Type: 'Fail', Error: 'Parked', Cause: "{% 'by ' & $states.input.who %}" } };

  expect(await outcome(states, { who: 'hand' })).toEqual({ error: 'Parked', cause: 'by hand' });
});

test('an execution that outlives the time limit of its machine is TIMED_OUT', async () => {
  const definition = JSON.stringify({
    QueryLanguage: 'JSONata',
    StartAt: 'A',
    TimeoutSeconds: 60,
    States: { A: { Type: 'Wait', Seconds: 3600, ...end } },
  });
  const world = setting({ definition });
  await world.start('one');

  await world.advance(61);

  expect(await world.describe('one')).toMatchObject({ status: 'TIMED_OUT', stopDate: NOON / 1000 + 60 });
  expect(world.types('one').at(-1)).toBe('ExecutionTimedOut');
});
