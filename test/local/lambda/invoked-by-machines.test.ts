import { expect, test } from 'vitest';
import type { FunctionSpec } from '#local/assembly/functions.ts';
import { createAccess } from '#local/iam/access.ts';
import { statements } from '#local/iam/statement.ts';
import { deadLetters } from '#local/lambda/dead-letters.ts';
import { invokedByMachines } from '#local/lambda/invoked-by-machines.ts';

const STEP = 'arn:aws:lambda:eu-west-2:000000000000:function:Step';
const ROAD = 'arn:aws:states:eu-west-2:000000000000:stateMachine:Road';
const QUEUE = 'arn:aws:sqs:eu-west-2:000000000000:DeadLetters';
const ROLE = 'arn:aws:iam::000000000000:role/Role';

const step: FunctionSpec = {
  name: 'Step',
  arn: STEP,
  folder: '',
  handler: 'index.handler',
  environment: {},
  timeoutSeconds: 1,
  memoryMb: 128,
  role: ROLE,
  logGroup: 'Log',
  deadLetters: QUEUE,
};
const functions = new Map([['Step', step]]);
const stateMachines = [{ arn: ROAD, name: 'Road', definition: '', role: ROLE }];

const accessWith = (Action: string, Resource: string) =>
  createAccess({
    policies: {
      ofRole: new Map([[ROLE, statements('Rights', { Statement: [{ Effect: 'Allow', Action, Resource }] })]]),
      ofResource: new Map(),
      keyOf: new Map(),
    },
    players: [
      { name: 'Step', role: ROLE },
      { name: 'Road', role: ROLE },
    ],
    onRefused: () => {},
  });
const answering = async () => ({ ok: true as const, payload: 'done' });

test('a machine invokes the function that its role may invoke', async () => {
  const access = accessWith('lambda:InvokeFunction', STEP);

  expect(await invokedByMachines({ functions, stateMachines }, access, answering)(STEP, {}, ROAD)).toEqual({
    ok: true,
    payload: 'done',
  });
});

test('a machine that may not invoke a function fails as on AWS, naming what was missing', async () => {
  const access = accessWith('lambda:InvokeFunction', `${STEP}:1`);

  expect(await invokedByMachines({ functions, stateMachines }, access, answering)(STEP, {}, ROAD)).toMatchObject({
    ok: false,
    errorType: 'Lambda.AWSLambdaException',
    errorMessage: expect.stringContaining(`lambda:InvokeFunction on resource: ${STEP} because no statement allows`),
  });
});

test.each([
  [QUEUE, [`Step An event was failed for good; AWS would keep it in ${QUEUE}.`]],
  [`${QUEUE}2`, []],
])(
  'an event that a function with the right to send to %s has failed for good is told to be kept: %j',
  (queue, told) => {
    const log: string[] = [];

    deadLetters(functions, accessWith('sqs:SendMessage', queue), (name, text) => log.push(`${name} ${text}`))('Step');

    expect(log).toEqual(told);
  },
);
