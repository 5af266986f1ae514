import { SFNClient } from '@aws-sdk/client-sfn';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { createExecutions } from '#adapters/step-functions/executions.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { Transient } from '#domain/problems/errors.ts';
import { MACHINE_ARN, setting, tokenTask } from '#test/local/step-functions/setting.ts';
import { clientOf, hangingUp, jsonError, servingAws } from './serving.ts';

const execution = { machine: 'intake', name: 'REF1-intake-1', reference: 'REF1' };

function readerAt(endpoint: string) {
  const client = new SFNClient({ ...clientOf(endpoint), maxAttempts: 1 });
  const settings = { stateMachineArns: { intake: MACHINE_ARN }, client };
  return { executions: createExecutions(settings), workflow: createWorkflow(settings) };
}

async function onEngine() {
  const world = setting({ states: { Wait: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
  const reader = readerAt(await servingAws((target, body) => world.engine.handle(target, body)));
  await reader.workflow.start(execution);
  await world.engine.settled();
  const { token } = z.object({ token: z.string() }).parse(world.invoked.at(-1)?.payload);
  return { ...reader, world, token };
}

it('says which states an execution entered, and no more while it waits', async () => {
  const { executions } = await onEngine();
  const steps = await executions.stepsOf(execution);
  expect(steps).toMatchObject([{ what: 'STARTED' }, { what: 'ENTERED', state: 'Wait' }]);
});

it('says that it ended and how, and neither its token nor what went in or out', async () => {
  const { executions, workflow, world, token } = await onEngine();
  await workflow.wake(token, { code: 'LIST', waitSeconds: 60 });
  await world.engine.settled();
  const steps = await executions.stepsOf(execution);
  expect(steps?.at(-1)).toMatchObject({ what: 'ENDED', code: 'Succeeded' });
  for (const kept of [token, 'LIST', 'referralId', 'arn:']) expect(JSON.stringify(steps)).not.toContain(kept);
});

it('knows nothing of an execution that was never started, or that is forgotten', async () => {
  const { executions } = await onEngine();
  expect(await executions.stepsOf({ ...execution, name: 'REF1-intake-2' })).toBeUndefined();
});

it('is transient when Step Functions is out of reach or throttles', async () => {
  const away = readerAt((await hangingUp()).endpoint).executions;
  const busy = readerAt(await servingAws(() => jsonError(400, 'ThrottlingException'))).executions;
  for (const one of [away, busy]) await expect(one.stepsOf(execution)).rejects.toThrow(Transient);
});
