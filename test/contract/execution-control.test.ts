import { SFNClient } from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { createExecutionControl } from '#adapters/step-functions/execution-control.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { Transient } from '#domain/problems/errors.ts';
import { MACHINE_ARN, setting, tokenTask } from '#test/local/step-functions/setting.ts';
import { clientOf, hangingUp, jsonError, servingAws } from './serving.ts';

const execution = { machine: 'intake', name: 'REF1-intake-1', reference: 'REF1' };

function controlAt(endpoint: string) {
  const client = new SFNClient({ ...clientOf(endpoint), maxAttempts: 1 });
  const settings = { stateMachineArns: { intake: MACHINE_ARN }, client };
  return { control: createExecutionControl(settings), workflow: createWorkflow(settings) };
}

/** An execution that waits under the token that is given. */
async function waiting() {
  const world = setting({ states: { Wait: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
  const at = controlAt(await servingAws((target, body) => world.engine.handle(target, body)));
  await at.workflow.start(execution);
  await world.engine.settled();
  const { token } = z.object({ token: z.string() }).parse(world.invoked.at(-1)?.payload);
  return { ...at, world, token };
}

it('says that an execution waits under a token, and asking changes nothing', async () => {
  const { control, world, token } = await waiting();
  expect([await control.isAwaited(token), await control.isAwaited(token)]).toEqual([true, true]);
  expect(await control.standing(execution)).toBe('RUNNING');
  expect(world.invoked).toHaveLength(1);
});

it('says that no execution waits under a token that was used', async () => {
  const { control, workflow, world, token } = await waiting();
  await workflow.wake(token, { code: 'LIST', waitSeconds: 60 });
  await world.engine.settled();
  expect(await control.isAwaited(token)).toBe(false);
});

it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])(
  'says so too where Step Functions answers %s',
  async (name) => {
    const { control } = controlAt(await servingAws(() => jsonError(400, name)));
    expect(await control.isAwaited('a-token')).toBe(false);
  },
);

it('is transient when Step Functions is out of reach or throttles', async () => {
  const away = controlAt((await hangingUp()).endpoint).control;
  const busy = controlAt(await servingAws(() => jsonError(400, 'ThrottlingException'))).control;
  for (const one of [away, busy]) await expect(one.isAwaited('a-token')).rejects.toThrow(Transient);
});
