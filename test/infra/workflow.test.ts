import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { EvidenceScanPending, Transient } from '#domain/problems/errors.ts';
import { definitionIn } from '#lib/workflow/definition.ts';
import { everyFlow, flowPage } from '#lib/workflow/flow-page.ts';
import { flowsFile } from '#lib/workflow/flow-states.ts';
import { secondOpinion } from '#local/step-functions/load/validator.ts';
import { states } from '#test/kit/words/states.ts';
import { flows } from '#web/console/road/flows.ts';
import { synthesised } from './synthesised.ts';

const retrierSchema = z.object({
  ErrorEquals: z.array(z.string()),
  MaxAttempts: z.number(),
  MaxDelaySeconds: z.number().optional(),
  JitterStrategy: z.string().optional(),
});
const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.unknown().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })).default([]),
  Retry: z.array(retrierSchema).default([]),
  Catch: z
    .array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string(), Assign: z.unknown().optional() }))
    .default([]),
});

const resources = synthesised();
const definition = definitionIn({ Resources: resources }, 'ReferralWorkflow');
const { StartAt, States, QueryLanguage } = z
  .object({ StartAt: z.string(), QueryLanguage: z.string(), States: z.record(z.string(), stateSchema) })
  .parse(JSON.parse(definition));

const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));
const choices = Object.entries(States).filter(([, { Type }]) => Type === 'Choice');

test('the definition is one that Step Functions accepts', () => {
  expect(secondOpinion(definition)).toBeUndefined();
  expect(QueryLanguage).toBe('JSONata');
});

test('it waits for the triage team, for a person at a possible duplicate or what may be none, and for the referrer', () => {
  expect(waits.map(([name]) => name).sort()).toEqual([
    'Wait for a person to look at a possible duplicate',
    states.suspicious,
    'Wait for the referrer to answer',
    states.triage,
  ]);
});

test('no task has a time for heartbeats: the reconciler asks by one whether a token is awaited, and changes nothing', () => {
  expect(definition).not.toContain('Heartbeat');
  expect(definitionIn({ Resources: resources }, 'SupportWorkflow')).not.toContain('Heartbeat');
});

test.each(waits)('%s has a timeout, after which people are reminded', (_name, { TimeoutSeconds, Catch }) => {
  expect(TimeoutSeconds).toBe('{% $waitSeconds %}');
  expect(Catch[0]).toMatchObject({ ErrorEquals: ['States.Timeout'], Next: 'Remind people who are waited for' });
});

test('every task says how long the next wait may last: a whole number of seconds, at least a minute', () => {
  const assigned = [...definition.matchAll(/"waitSeconds":"(.*?)"/g)].map((match) => match[1]);

  expect(assigned).toHaveLength(tasks.length);
  for (const expression of assigned)
    expect(expression).toMatch(/^\{% \$max\(\[60, \$floor\(.+\.waitSeconds\)\]\) %\}$/);
});

test.each(tasks)('%s tries again when Lambda is in trouble, with jitter and a longest delay', (_name, { Retry }) => {
  expect(Retry.find(({ ErrorEquals }) => ErrorEquals.includes('Lambda.TooManyRequestsException'))).toMatchObject({
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.TooManyRequestsException',
    ],
    JitterStrategy: 'FULL',
    MaxDelaySeconds: 60,
  });
});

test.each(tasks)('%s tries three times again when it asks for it itself or was killed', (_name, { Retry }) => {
  const asked = Retry.find(({ ErrorEquals }) => ErrorEquals.includes(new Transient('').name));

  expect(asked).toMatchObject({
    ErrorEquals: ['Transient', 'Lambda.Unknown', 'Sandbox.Timedout', 'Runtime.ExitError'],
    MaxAttempts: 3,
  });
});

test.each(tasks)('%s tries once again, last of all, whatever else fails but a timeout', (_name, { Retry }) => {
  expect(Retry.at(-1)).toMatchObject({ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 });
  expect(Retry.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain('States.Timeout');
});

test.each(tasks)('%s has three retriers after its own', (name, { Retry }) => {
  expect(Retry).toHaveLength(name === states.check ? 4 : 3);
});

test('the check waits about ten minutes for the scanner, before anything else is tried', () => {
  expect(States[states.check]?.Retry[0]).toMatchObject({
    ErrorEquals: [new EvidenceScanPending('').name],
    MaxAttempts: 20,
  });
});

test.each(tasks.filter(([name]) => name !== states.park))(
  '%s parks the case when nothing helps',
  (_name, { Catch }) => {
    expect(Catch.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], Next: states.park });
  },
);

test('a case that cannot be parked ends in a failure that says so', () => {
  expect(States[states.park]?.Catch).toMatchObject([{ ErrorEquals: ['States.ALL'], Next: states.lost }]);
  expect(States[states.lost]?.Type).toBe('Fail');
});

test.each(choices)('%s parks what it does not know', (_name, { Default }) => {
  expect(Default).toBe(states.park);
});

test('only error names leave a failed step, and no catch reads a result', () => {
  expect(definition).not.toContain('errorOutput.Cause');
  for (const [, { Catch }] of tasks) expect(JSON.stringify(Catch)).not.toContain('$states.result');
});

/** Where the road goes from here when nothing fails and the choice reads this code. */
function after(name: string, code: string): string | undefined {
  const state = States[name];
  if (state?.Type !== 'Choice') return state?.Next;
  return state.Choices.find(({ Condition }) => Condition.includes(`'${code}'`))?.Next ?? state.Default;
}

test('a referral that is accepted takes at most eight transitions to its end', () => {
  const codes = ['TRIAGE', 'LIST'];
  const road: string[] = [];
  for (let name: string | undefined = StartAt; name !== undefined && road.length < 20; ) {
    road.push(name);
    name = after(name, States[name]?.Type === 'Choice' ? (codes.shift() ?? '') : '');
  }

  expect(road).toEqual([
    states.validate,
    states.check,
    states.decide,
    states.triage,
    states.decide,
    states.list,
    states.tell,
  ]);
  expect(road.length + 1, 'with the one to the end').toBeLessThanOrEqual(8);
});

test('the log of the workflow holds no data of an execution', () => {
  expect(resources.ReferralWorkflow?.Properties).toMatchObject({
    LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
    TracingConfiguration: { Enabled: true },
  });
});

test('a function that the workflow invokes knows neither the state machine nor any execution', () => {
  const invoked = [...definition.matchAll(/:function:(\w+)/g)].map((match) => match[1] ?? '');

  for (const id of invoked) expect(JSON.stringify(resources[id])).not.toContain('ReferralWorkflow');
});

test('docs/flow.md is current (if not: npm run draw-flow)', () => {
  const page = readFileSync(new URL('../../docs/flow.md', import.meta.url), 'utf8');

  expect(page).toBe(flowPage({ Resources: resources }));
});

test('the console draws these very machines (if not: npm run draw-flow)', () => {
  const file = readFileSync(new URL('../../web/console/road/flows.ts', import.meta.url), 'utf8');

  expect(flows).toEqual(everyFlow({ Resources: resources }));
  expect(file).toBe(flowsFile(everyFlow({ Resources: resources })));
});
