import { expect, it } from 'vitest';
import { createExecutionControl } from '#adapters/step-functions/execution-control.ts';
import { Transient } from '#domain/problems/errors.ts';
import { hangingUp, jsonError, servingAws } from './serving.ts';
import { execution, settingsAt, waitingExecution } from './waiting-execution.ts';

async function waiting() {
  const { settings, ...rest } = await waitingExecution();
  return { control: createExecutionControl(settings), ...rest };
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
    const control = createExecutionControl(settingsAt(await servingAws(() => jsonError(400, name))));
    expect(await control.isAwaited('a-token')).toBe(false);
  },
);

it('is transient when Step Functions is out of reach or throttles', async () => {
  const away = createExecutionControl(settingsAt((await hangingUp()).endpoint));
  const busy = createExecutionControl(settingsAt(await servingAws(() => jsonError(400, 'ThrottlingException'))));
  for (const one of [away, busy]) await expect(one.isAwaited('a-token')).rejects.toThrow(Transient);
});
