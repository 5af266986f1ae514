import * as z from 'zod';
import { createEngine, type Engine } from '#local/step-functions/engine.ts';
import { openStore } from '#local/store.ts';
import { DEFINITION, MACHINE_ARN } from './workflow.ts';

const payloadSchema = z.object({ name: z.string(), token: z.string().optional() });
const describedSchema = z.object({ status: z.string() });

export type OpenedEngine = {
  engine: Engine;
  /** Starts an execution; the token once its wait has been given one. */
  start(name: string): Promise<string>;
  /** Sends the answer of the wait; resolves once the execution has ended. */
  wake(name: string, token: string): Promise<void>;
  close(): Promise<void>;
};

/** The engine on a store in `folder`, synced as an instance keeps it; its functions answer immediately. */
export async function openEngine(folder: string): Promise<OpenedEngine> {
  const store = await openStore(folder);
  const parked = new Map<string, (token: string) => void>();
  const ending = new Map<string, () => void>();
  let look: NodeJS.Immediate | undefined;
  const engine = createEngine({
    database: store.database,
    now: Date.now,
    secondOpinion: () => undefined,
    onProgress: () => {
      look ??= setImmediate(lookForEnds);
    },
    invoke: async (_name, payload) => {
      const { name, token } = payloadSchema.parse(payload);
      if (token !== undefined) parked.get(name)?.(token);
      return { ok: true, payload: { reference: name, code: 'TRIAGE' } };
    },
  });
  engine.register({ arn: MACHINE_ARN, name: 'road', definition: DEFINITION, functionNames: (arn) => arn });
  engine.resume();

  async function lookForEnds(): Promise<void> {
    look = undefined;
    for (const [name, resolve] of [...ending]) if (await hasEnded(name)) resolve();
  }

  async function hasEnded(name: string): Promise<boolean> {
    const executionArn = `${MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${name}`;
    const { status } = describedSchema.parse(await ask(engine, 'DescribeExecution', { executionArn }));
    if (status !== 'RUNNING' && status !== 'SUCCEEDED')
      throw new Error(`An execution of the bench ended as ${status}.`);
    return status === 'SUCCEEDED';
  }

  return {
    engine,
    start: async (name) => {
      const { promise, resolve } = Promise.withResolvers<string>();
      parked.set(name, resolve);
      const input = JSON.stringify({ reference: name, submission: 1 });
      await ask(engine, 'StartExecution', { stateMachineArn: MACHINE_ARN, name, input });
      const token = await promise;
      parked.delete(name);
      return token;
    },
    wake: async (name, taskToken) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      ending.set(name, resolve);
      await ask(engine, 'SendTaskSuccess', { taskToken, output: '{"code":"ACCEPT","by":"triage-1"}' });
      await promise;
      ending.delete(name);
    },
    close: async () => {
      await engine.close();
      clearImmediate(look);
      store.close();
    },
  };
}

async function ask(engine: Engine, action: string, input: object): Promise<unknown> {
  const { status, body } = await engine.handle(`AWSStepFunctions.${action}`, JSON.stringify(input));
  if (status !== 200) throw new Error(`${action} was answered ${status}: ${body}`);
  return JSON.parse(body);
}
