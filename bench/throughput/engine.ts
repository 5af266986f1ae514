import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { createEngine } from '#local/step-functions/engine.ts';
import { median } from '../median.ts';

const MACHINE_ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:bench';
const FUNCTION_ARN = 'arn:aws:lambda:eu-west-2:000000000000:function:park';

const PAYLOAD = { name: '{% $states.context.Execution.Name %}', token: '{% $states.context.Task.Token %}' };

const DEFINITION = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'Wait for an answer',
  States: {
    'Wait for an answer': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: FUNCTION_ARN, Payload: PAYLOAD },
      TimeoutSeconds: 3600,
      End: true,
    },
  },
});

const startedSchema = z.object({ executionArn: z.string() });
const describedSchema = z.object({ status: z.string() });
const payloadSchema = z.object({ name: z.string(), token: z.string() });

export type EngineRun = { inFlight: number; executions: number; perSecond: number; medianMs: number };

/**
 * How many executions a second the engine takes from StartExecution over a parked token to their end, with that many in
 * flight. On disk and synced, as an instance keeps them. The function and the token answer without delay.
 */
export async function engineThroughput(folder: string, inFlight: number, executions: number): Promise<EngineRun> {
  const database = new DatabaseSync(join(folder, `engine-${inFlight}.sqlite`));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  const parked = new Map<string, (token: string) => void>();
  const engine = createEngine({
    database,
    now: Date.now,
    secondOpinion: () => undefined,
    invoke: async (_name, payload) => {
      const { name, token } = payloadSchema.parse(payload);
      parked.get(name)?.(token);
      return { ok: true, payload: null };
    },
  });
  engine.register({ arn: MACHINE_ARN, name: 'bench', definition: DEFINITION, functionNames: () => 'park' });

  async function ask(action: string, input: object): Promise<unknown> {
    const { status, body } = await engine.handle(`AWSStepFunctions.${action}`, JSON.stringify(input));
    if (status !== 200) throw new Error(`${action} was answered ${status}: ${body}`);
    return JSON.parse(body);
  }

  async function one(n: number): Promise<number> {
    const begun = performance.now();
    const name = `run-${n}`;
    const { promise, resolve } = Promise.withResolvers<string>();
    parked.set(name, resolve);
    const started = await ask('StartExecution', { stateMachineArn: MACHINE_ARN, name, input: '{}' });
    const { executionArn } = startedSchema.parse(started);
    await ask('SendTaskSuccess', { taskToken: await promise, output: '{}' });
    for (;;) {
      const { status } = describedSchema.parse(await ask('DescribeExecution', { executionArn }));
      if (status === 'SUCCEEDED') return performance.now() - begun;
      if (status !== 'RUNNING') throw new Error(`An execution of the bench ended as ${status}.`);
      await sleep(1);
    }
  }

  const times: number[] = [];
  let next = 0;
  const begun = performance.now();
  const lane = async () => {
    while (next < executions) {
      next += 1;
      times.push(await one(next));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  const seconds = (performance.now() - begun) / 1000;
  await engine.close();
  database.close();
  return { inFlight, executions, perSecond: executions / seconds, medianMs: median(times) };
}
