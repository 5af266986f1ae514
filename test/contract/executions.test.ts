import { expect, it } from 'vitest';
import { createExecutions } from '#adapters/step-functions/executions.ts';
import { Transient } from '#domain/problems/errors.ts';
import { hangingUp, jsonError, servingAws } from './serving.ts';
import { execution, settingsAt, waitingExecution } from './waiting-execution.ts';

async function waiting() {
  const { settings, ...rest } = await waitingExecution();
  return { executions: createExecutions(settings), ...rest };
}

it('says which states an execution entered, and no more while it waits', async () => {
  const { executions } = await waiting();
  const steps = await executions.stepsOf(execution);
  expect(steps).toMatchObject([{ what: 'STARTED' }, { what: 'ENTERED', state: 'Wait' }]);
});

it('says that it ended and how, and neither its token nor what went in or out', async () => {
  const { executions, workflow, world, token } = await waiting();
  await workflow.wake(token, { code: 'LIST', waitSeconds: 60 });
  await world.engine.settled();
  const steps = await executions.stepsOf(execution);
  expect(steps?.at(-1)).toMatchObject({ what: 'ENDED', code: 'Succeeded' });
  for (const kept of [token, 'LIST', 'referralId', 'arn:']) expect(JSON.stringify(steps)).not.toContain(kept);
});

it('knows nothing of an execution that was never started, or that is forgotten', async () => {
  const { executions } = await waiting();
  expect(await executions.stepsOf({ ...execution, name: 'REF1-intake-2' })).toBeUndefined();
});

it('is transient when Step Functions is out of reach or throttles', async () => {
  const away = createExecutions(settingsAt((await hangingUp()).endpoint));
  const busy = createExecutions(settingsAt(await servingAws(() => jsonError(400, 'ThrottlingException'))));
  for (const one of [away, busy]) await expect(one.stepsOf(execution)).rejects.toThrow(Transient);
});
