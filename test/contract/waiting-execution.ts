import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { MACHINE_ARN, setting, tokenTask } from '#test/local/step-functions/setting.ts';
import { clientOf, servingAws } from './serving.ts';

export const execution = { machine: 'intake', name: 'REF1-intake-1', reference: 'REF1' };

/** What an adapter over Step Functions takes, for the service that answers there. */
export function settingsAt(endpoint: string) {
  return {
    stateMachineArns: { intake: MACHINE_ARN },
    client: new SFNClient({ ...clientOf(endpoint), maxAttempts: 1 }),
  };
}

/** An execution that waits under the token that is given, and what an adapter takes to look at it. */
export async function waitingExecution() {
  const world = setting({ states: { Wait: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
  const settings = settingsAt(await servingAws((target, body) => world.engine.handle(target, body)));
  const workflow = createWorkflow(settings);
  await workflow.start(execution);
  await world.engine.settled();
  const { token } = z.object({ token: z.string() }).parse(world.invoked.at(-1)?.payload);
  return { settings, workflow, world, token };
}
