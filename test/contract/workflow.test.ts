import { SFNClient } from '@aws-sdk/client-sfn';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createMemoryWorkflow } from '#adapters/memory/workflow.ts';
import { createWorkflow } from '#adapters/step-functions/workflow.ts';
import { Transient } from '#domain/problems/errors.ts';
import { MACHINE_ARN, setting, tokenTask } from '#test/local/step-functions/setting.ts';
import { clientOf, hangingUp, jsonError, KEPT_BACK, servingAws } from './serving.ts';
import { workflowContract } from './workflow.contract.ts';

const execution = { machine: 'intake', name: 'REF1-intake-1', reference: 'REF1' };
const output = { code: 'LIST', waitSeconds: 60 } as const;

function workflowAt(endpoint: string) {
  return createWorkflow({
    stateMachineArns: { intake: MACHINE_ARN },
    client: new SFNClient({ ...clientOf(endpoint), maxAttempts: 1 }),
  });
}

describe('a workflow in memory', () => {
  workflowContract(async () => {
    const workflow = createMemoryWorkflow();
    const tokenOf = async (name: string) => {
      workflow.park(`token of ${name}`);
      return `token of ${name}`;
    };
    return { workflow, tokenOf, ended: async (name) => workflow.end(name) };
  });

  it('tells what it was asked', async () => {
    const workflow = createMemoryWorkflow();
    workflow.park('a-token');
    await workflow.start(execution);
    await workflow.wake('a-token', output);
    expect(workflow.started).toEqual([execution]);
    expect(workflow.woken).toEqual([{ token: 'a-token', output }]);
  });
});

describe('a workflow on Step Functions', () => {
  async function onEngine() {
    const world = setting({ states: { Wait: tokenTask('open', { End: true }) }, lambdas: { open: () => null } });
    const workflow = workflowAt(await servingAws((target, body) => world.engine.handle(target, body)));
    const tokenOf = async () => {
      await world.engine.settled();
      return z.object({ token: z.string() }).parse(world.invoked.at(-1)?.payload).token;
    };
    return { world, workflow, tokenOf, ended: () => world.engine.settled() };
  }

  workflowContract(onEngine);

  it('passes on the id and nothing else, and wakes with the output it was given', async () => {
    const { world, workflow, tokenOf, ended } = await onEngine();
    await workflow.start(execution);
    await workflow.wake(await tokenOf(), output);
    await ended();
    const described = await world.describe(execution.name);
    expect(described.input).toBe('{"referralId":"REF1"}');
    expect(described.output).toBe('{"code":"LIST","waitSeconds":60}');
  });

  it('never starts a machine that this function does not know (of a later release)', async () => {
    const { workflow } = await onEngine();
    await expect(workflow.start({ ...execution, machine: 'support' })).rejects.toThrow('no state machine support');
  });

  it.each(['TaskTimedOut', 'TaskDoesNotExist', 'InvalidToken'])('is closed when AWS says %s', async (code) => {
    const workflow = workflowAt(await servingAws(() => jsonError(400, code)));
    expect(await workflow.wake('a-token', output)).toBe('CLOSED');
  });

  it('is transient when it is out of reach or throttles, for every call', async () => {
    const away = workflowAt((await hangingUp()).endpoint);
    const busy = workflowAt(await servingAws(() => jsonError(400, 'ThrottlingException')));
    for (const workflow of [away, busy]) {
      await expect(workflow.start(execution)).rejects.toThrow(Transient);
      await expect(workflow.wake('a-token', output)).rejects.toThrow(Transient);
      await expect(workflow.state(execution)).rejects.toThrow(Transient);
    }
  });

  it('is an error that keeps the token back when AWS refuses for another reason', async () => {
    const workflow = workflowAt(await servingAws(() => jsonError(400, 'AccessDeniedException')));
    const reason = await workflow.wake('a-token', output).catch((error: unknown) => error);
    expect(reason).not.toBeInstanceOf(Transient);
    expect(String(reason)).toContain('AccessDeniedException');
    expect(String(reason)).not.toContain(KEPT_BACK);
  });
});
