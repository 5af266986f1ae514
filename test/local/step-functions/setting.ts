import { DatabaseSync } from 'node:sqlite';
import { createEngine, type Engine, type EngineOptions, type InvokeResult } from '#local/step-functions/engine.ts';

export const MACHINE_ARN = 'arn:aws:states:eu-west-2:000000000000:stateMachine:referral';
export const NOON = Date.parse('2026-09-24T12:00:00Z');

export type Lambda = (payload: unknown) => Promise<unknown> | unknown;

export class FunctionError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export interface Setting {
  engine: Engine;
  database: DatabaseSync;
  /** Sets the clock, which only the test moves. */
  clock: { now: number };
  invoked: { name: string; payload: unknown }[];
  call(operation: string, request: object): Promise<{ status: number; body: Answer }>;
  start(name: string, input?: unknown): Promise<string>;
  /** Moves the clock forwards, stopping at each due instant, and lets everything run there. */
  advance(seconds: number): Promise<void>;
  history(name: string): { id: number; type: string; [details: string]: unknown }[];
  types(name: string): string[];
  describe(name: string): Promise<Answer>;
}

interface Answer {
  [name: string]: unknown;
}

export function arnOf(functionName: string): string {
  return `arn:aws:lambda:eu-west-2:000000000000:function:${functionName}`;
}

/** A task that invokes a function, in the shape that CDK writes. */
export function task(functionName: string, more: object = {}): object {
  const Arguments = { FunctionName: arnOf(functionName), Payload: '{% $states.input %}' };
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments, ...more };
}

export function tokenTask(functionName: string, more: object = {}): object {
  const Payload = { token: '{% $states.context.Task.Token %}' };
  const Resource = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  return { Type: 'Task', Resource, Arguments: { FunctionName: arnOf(functionName), Payload }, ...more };
}

export function machine(states: object, more: object = {}): string {
  return JSON.stringify({ QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more });
}

interface Given {
  states?: object;
  definition?: string;
  lambdas?: Record<string, Lambda>;
  /** In place of `lambdas`. */
  invoke?: EngineOptions['invoke'];
  random?: () => number;
  database?: DatabaseSync;
  now?: number;
  arn?: string;
  onProgress?: (engine: Engine) => unknown;
  secondOpinion?: (definition: string) => string | undefined;
}

export function setting(given: Given): Setting {
  const database = given.database ?? new DatabaseSync(':memory:');
  const clock = { now: given.now ?? NOON };
  const invoked: { name: string; payload: unknown }[] = [];
  const lambdas = given.lambdas ?? {};
  const engine: Engine = createEngine({
    onProgress: () => given.onProgress?.(engine),
    database,
    now: () => clock.now,
    random: given.random ?? (() => 1),
    secondOpinion: given.secondOpinion ?? (() => undefined),
    invoke: (name, payload, ...rest) => {
      invoked.push({ name, payload });
      return given.invoke ? given.invoke(name, payload, ...rest) : run(lambdas[name], payload);
    },
  });
  const definition = given.definition ?? machine(given.states ?? {});
  engine.register({ arn: given.arn ?? MACHINE_ARN, name: 'referral', definition, functionNames: nameOf });

  async function call(operation: string, request: object) {
    const { status, body } = await engine.handle(`AWSStepFunctions.${operation}`, JSON.stringify(request));
    const answer: Answer = JSON.parse(body);
    return { status, body: answer };
  }

  return {
    engine,
    database,
    clock,
    invoked,
    call,
    start: async (name, input = {}) => {
      const { body } = await call('StartExecution', {
        stateMachineArn: MACHINE_ARN,
        name,
        input: JSON.stringify(input),
      });
      await engine.settled();
      return String(body.executionArn ?? body.__type);
    },
    advance: (seconds) => advanceTo(engine, clock, clock.now + seconds * 1000),
    history: (name) => JSON.parse(JSON.stringify(engine.history(name))),
    types: (name) => engine.history(name).map((event) => event.type),
    describe: async (name) => (await call('DescribeExecution', { executionArn: executionArn(name) })).body,
  };
}

export function executionArn(name: string): string {
  return `${MACHINE_ARN.replace(':stateMachine:', ':execution:')}:${name}`;
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(':') + 1);
}

async function advanceTo(engine: Engine, clock: { now: number }, to: number): Promise<void> {
  for (let due = engine.nextDueAt(); due !== undefined && due <= to; due = engine.nextDueAt()) {
    clock.now = Math.max(clock.now, due);
    engine.runDue();
    await engine.settled();
  }
  clock.now = to;
}

async function run(lambda: Lambda | undefined, payload: unknown): Promise<InvokeResult> {
  if (!lambda) throw new Error('This test has no such function.');
  try {
    return { ok: true, payload: await lambda(payload) };
  } catch (error) {
    if (error instanceof FunctionError) return { ok: false, errorType: error.type, errorMessage: error.message };
    throw error;
  }
}
