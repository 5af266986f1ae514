import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { secondOpinion } from '#local/step-functions/load/validator.ts';
import { arnOf, MACHINE_ARN, machine, setting, task, tokenTask } from './setting.ts';

const end = { End: true };
const done = { Done: { Type: 'Succeed' } };
const choose = (Condition: string) => ({ Type: 'Choice', Choices: [{ Condition, Next: 'Done' }], Default: 'Done' });
const retry = (more: object) => ({ A: task('f', { Retry: [{ ErrorEquals: ['X'], ...more }], ...end }) });
const caught = (more: object) => ({
  A: task('f', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done', ...more }], ...end }),
  ...done,
});

test('a definition kept as a file is accepted, by asl-validator too', () => {
  const definition = readFileSync(new URL('../../fixtures/asl/triage.asl.json', import.meta.url), 'utf8');

  expect(() => setting({ definition, secondOpinion })).not.toThrow();
});

test.each([
  ['an unknown type', { A: { Type: 'Dance', ...end } }, /state "A" has the type "Dance"; supported are Task, Choice/],
  ['a Map', { A: { Type: 'Map', ...end } }, /has the type "Map"; .*no Map, no Parallel/],
  ['a Parallel', { A: { Type: 'Parallel', Branches: [], ...end } }, /has the type "Parallel"/],
  ['a JSONPath state', { A: { Type: 'Pass', QueryLanguage: 'JSONPath', ...end } }, /uses the query language JSONPath/],
  ['an unknown field', { A: task('f', { HeartbeatSeconds: 5, ...end }) }, /"HeartbeatSeconds" is not supported here/],
  ['a JSONPath field', { A: { Type: 'Pass', ResultPath: '$.x', ...end } }, /"ResultPath" is not supported here/],
  [
    'a choice without a default',
    { A: { ...choose('{% true %}'), Default: undefined }, ...done },
    /Choice without a Default/,
  ],
  ['a next that is not there', { A: { Type: 'Pass', Next: 'B' } }, /state "A" leads to "B", which is not one of/],
  ['a catch that leads nowhere', { A: caught({ Next: 'B' }).A, ...done }, /state "A" leads to "B"/],
  [
    'a state that nothing leads to',
    { A: { Type: 'Pass', ...end }, ...done },
    /state "Done" cannot be reached from "A"/,
  ],
  ['a state that neither ends nor goes on', { A: { Type: 'Pass' } }, /exactly one of Next and End: true/],
  [
    'another service',
    { A: { ...task('f', end), Resource: 'arn:aws:states:::sqs:sendMessage' } },
    /has the resource "arn:aws:states:::sqs/,
  ],
  [
    'another Lambda argument',
    { A: { ...task('f', end), Arguments: { FunctionName: 'f', Qualifier: '1' } } },
    /"Arguments\/Qualifier" is not supported/,
  ],
  ['a timeout of nothing', { A: task('f', { TimeoutSeconds: 0, ...end }) }, /TimeoutSeconds is wrong/],
  [
    'a timeout path',
    { A: task('f', { TimeoutSecondsPath: '{% 5 %}', ...end }) },
    /"TimeoutSecondsPath" is not supported/,
  ],
  ['a wait for nothing', { A: { Type: 'Wait', ...end } }, /exactly one of Seconds and Timestamp/],
  [
    'States.ALL in company',
    retry({ ErrorEquals: ['States.ALL', 'X'] }),
    /names States.ALL beside other errors in Retry/,
  ],
  [
    'a longest delay below the first',
    retry({ IntervalSeconds: 5, MaxDelaySeconds: 5 }),
    /MaxDelaySeconds \(5\) is not more/,
  ],
  [
    'an expression that is no JSONata',
    { A: { Type: 'Pass', Output: '{% $states. %}', ...end } },
    /expression in Output that is not JSONata/,
  ],
  ['half an expression', { A: { Type: 'Pass', Output: '{% 1', ...end } }, /half-written expression in Output/],
  ['$eval', { A: { Type: 'Pass', Output: "{% $eval('1') %}", ...end } }, /calls \$eval; use \$parse/],
  [
    'the result in a catch',
    caught({ Output: '{% $states.result %}' }),
    /Catch\/Output .*reads \$states.result where there is no result/,
  ],
  ['the result in a condition', { A: choose('{% $states.result.ok %}'), ...done }, /Condition .*reads \$states.result/],
  [
    'the error outside a catch',
    { A: task('f', { Output: '{% $states.errorOutput.Error %}', ...end }) },
    /reads \$states.errorOutput outside a Catch/,
  ],
  [
    'a bare name',
    { A: choose("{% code = 'LIST' %}"), ...done },
    /names "code" without saying of what; write \$states.input.code/,
  ],
  ['a bare $', { A: { Type: 'Pass', Output: '{% $.code %}', ...end } }, /uses \$ at the top/],
  [
    'a part of $states that is not there',
    { A: choose('{% $states.inputs.ok %}'), ...done },
    /reads \$states.inputs, which does not exist/,
  ],
  [
    'a token where none is',
    { A: task('f', { Arguments: { FunctionName: 'f', Payload: '{% $states.context.Task.Token %}' }, ...end }) },
    /reads the task token outside/,
  ],
  [
    'a variable that may not be assigned',
    { A: { Type: 'Pass', Assign: { states: 1 }, ...end } },
    /whose name is not allowed: "states"/,
  ],
])('a definition with %s is refused, naming the state and the reason', (_what, states, reason) => {
  expect(() => setting({ states })).toThrow(reason);
});

test('a definition that is not JSON is refused as malformed', () => {
  expect(() => setting({ definition: '{' })).toThrow(
    /State machine "referral" cannot be loaded: the definition is not JSON/,
  );
});

test('a machine without a query language is refused, because AWS would read it as JSONPath', () => {
  const definition = JSON.stringify({ StartAt: 'Done', States: done });

  expect(() => setting({ definition })).toThrow(/uses the query language JSONPath/);
});

test('what asl-validator objects to is refused in its words', () => {
  const states = { A: { Type: 'Pass', Output: 1, ...end } };

  expect(() => setting({ states, secondOpinion })).toThrow(/asl-validator says: .*Output is invalid/);
});

test('a task whose function is not in the assembly is refused', () => {
  const { engine } = setting({ states: done });
  const functionNames = (arn: string) => {
    throw new Error(`no function ${arn}`);
  };
  const source = {
    arn: MACHINE_ARN,
    name: 'referral',
    definition: machine({ A: tokenTask('gone', end) }),
    functionNames,
  };

  expect(() => engine.register(source)).toThrow(`invokes a function that is not there: no function ${arnOf('gone')}`);
});

test.each([
  '{% $states.input.list[code = "LIST"].name %}',
  '{% $states.input.list.{"name": name} %}',
  '{% $map($states.input.list, function($one) { $one.name }) %}',
  '{% $states.input.list^(name) %}',
  '{% $exists($states.input.code) and $states.input.code in ["A", "B"] ? 1 : 2 %}',
  '{% ($n := 1; $n + $count($states.input.list)) %}',
])('names inside a path are understood: %s', (Output) => {
  expect(() => setting({ states: { A: { Type: 'Pass', Output, ...end } } })).not.toThrow();
});

test('$states.result is allowed where a task hands on its result', () => {
  expect(() => setting({ states: { A: task('f', { Output: '{% $states.result.Payload %}', ...end }) } })).not.toThrow();
});
