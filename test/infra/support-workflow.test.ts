import { expect, test } from 'vitest';
import * as z from 'zod';
import { definitionIn } from '#lib/workflow/definition.ts';
import { secondOpinion } from '#local/step-functions/load/validator.ts';
import { supportStates as states } from '#test/kit/words/support-states.ts';
import { synthesised } from './synthesised.ts';

const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.unknown().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Retry: z.array(z.object({ ErrorEquals: z.array(z.string()) })).default([]),
  Catch: z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
});

const resources = synthesised();
const definition = definitionIn({ Resources: resources }, 'SupportWorkflow');
const { StartAt, States } = z
  .object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) })
  .parse(JSON.parse(definition));
const tasks = Object.entries(States).filter(([, { Type }]) => Type === 'Task');
const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'));

test('the definition is one that Step Functions accepts, and begins by looking at the record', () => {
  expect(secondOpinion(definition)).toBeUndefined();
  expect(StartAt).toBe(states.follow);
});

test('it waits for the family, for the start of support and for its end, and looks again when the time is up', () => {
  expect(waits.map(([name]) => name).sort()).toEqual(
    [states.begin, states.block, states.extension, states.family].sort(),
  );
  for (const [, { TimeoutSeconds, Catch }] of waits) {
    expect(TimeoutSeconds).toBe('{% $waitSeconds %}');
    expect(Catch[0]).toMatchObject({ ErrorEquals: ['States.Timeout'], Next: states.follow });
  }
});

test.each(tasks)('%s has the three retriers, the last for whatever else fails', (_name, { Retry }) => {
  expect(Retry).toHaveLength(3);
  expect(Retry.at(-1)).toMatchObject({ ErrorEquals: ['States.TaskFailed'] });
});

test.each(tasks.filter(([name]) => name !== states.park))(
  '%s parks the support when nothing helps',
  (_name, { Catch }) => {
    expect(Catch.at(-1)).toMatchObject({ ErrorEquals: ['States.ALL'], Next: states.park });
  },
);

test('the choice parks what it does not know, and a support that cannot be parked ends in a failure', () => {
  expect(States[states.decide]?.Default).toBe(states.park);
  expect(States[states.park]?.Catch).toMatchObject([{ ErrorEquals: ['States.ALL'], Next: states.lost }]);
  expect(States[states.lost]?.Type).toBe('Fail');
});

test('the log of the workflow holds no data of an execution, and what it invokes does not know it', () => {
  expect(resources.SupportWorkflow?.Properties).toMatchObject({
    LoggingConfiguration: { IncludeExecutionData: false, Level: 'ALL' },
  });
  const invoked = [...definition.matchAll(/:function:(\w+)/g)].map((match) => match[1] ?? '');
  for (const id of invoked) expect(JSON.stringify(resources[id])).not.toContain('SupportWorkflow');
});
