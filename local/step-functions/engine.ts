import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { createBatch } from './batch.ts';
import { createDriver } from './driver.ts';
import type { HistoryEvent } from './execution.ts';
import type { World } from './interpreter/world.ts';
import type { Invoke } from './invocation.ts';
import { createInvoker } from './invoker.ts';
import { secondOpinion } from './load/validator.ts';
import type { Machine, MachineSource } from './machine.ts';
import { createMachines } from './machines.ts';
import { handleRequest, type Response } from './protocol.ts';
import { openStore } from './store.ts';
import { fireTimers } from './timers.ts';

export type { InvokeResult } from './invocation.ts';

export interface EngineOptions {
  database: DatabaseSync;
  now: () => number;
  invoke: Invoke;
  /** Something has begun, ended or been given a timer: ask `nextDueAt` again. */
  onProgress?: () => void;
  random?: () => number;
  /** Another validator's objection to a definition that the store does not know yet; asl-validator unless given. */
  secondOpinion?: (definition: string) => string | undefined;
}

export interface Engine {
  /** Validates; throws one clear Error for anything unsupported here or refused by AWS. */
  register(machine: MachineSource): void;
  /** One request of the AWS JSON 1.0 protocol, `target` being its X-Amz-Target. */
  handle(target: string, body: string): Promise<Response>;
  /** After opening: unfinished tasks run again with the same token, timers keep their instants. */
  resume(): void;
  nextDueAt(): number | undefined;
  runDue(): void;
  /** No function is running and nothing could run now; parked tokens and future timers do not count. */
  settled(): Promise<void>;
  /** The machine whose execution was given this token, open or closed. */
  machineOfToken(token: string): string | undefined;
  executions(): { name: string; status: string; startedAt: number }[];
  history(name: string): HistoryEvent[];
  /** Drops the answers of functions still running: their tasks run again after the next `resume`. */
  close(): Promise<void>;
}

export function createEngine(options: EngineOptions): Engine {
  const { database, now, invoke, random = Math.random } = options;
  const store = openStore(database);
  const machines = createMachines(store, options.secondOpinion ?? secondOpinion);
  const batch = createBatch(store);
  const waiting: (() => void)[] = [];
  let closed = false;
  const newToken = () => randomBytes(48).toString('base64url');
  const worldOf = (machine: Machine): World => ({ machine, at: now(), random, newToken });

  const progress = () => {
    if (!closed) options.onProgress?.();
  };
  const busy = () => driver.busy() || invoker.busy();
  function release(): void {
    for (const resolve of waiting.splice(0)) resolve();
  }
  function onPause(): void {
    if (!busy()) release();
    progress();
  }
  const driver = createDriver(
    { store, batch, machineOf: machines.machineOf, worldOf, invoke: (one, machine) => invoker.start(one, machine) },
    onPause,
  );
  function kick(arn: string): void {
    driver.kick(arn);
    progress();
  }
  const invoker = createInvoker({ store, batch, invoke, now, onAnswered: kick });

  function fire(arn: string): void {
    const execution = store.read(arn);
    if (!execution) return;
    const draft = { execution, events: [] };
    if (fireTimers(draft, now()) && store.commit(draft)) kick(arn);
  }

  return {
    register: machines.register,
    handle: async (target, body) => {
      if (closed) return { status: 503, body: '{"__type":"ServiceUnavailable","message":"Step Functions is closed."}' };
      return handleRequest({ store, machines, now, worldOf, kick, fire }, target, body);
    },
    resume: () => store.runningArns().forEach(kick),
    nextDueAt: () => (closed ? undefined : store.nextDueAt()),
    runDue: () => {
      if (!closed) store.dueArns(now()).forEach(fire);
    },
    settled: () => (busy() && !closed ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    machineOfToken: (token) => {
      const arn = store.executionOfToken(token);
      return arn === undefined ? undefined : store.read(arn)?.machineArn;
    },
    executions: () => store.list().map(({ name, status, startedAt }) => ({ name, status, startedAt })),
    history: (name) => {
      const found = store.list().find((one) => one.name === name);
      return found ? store.events(found.arn) : [];
    },
    close: async () => {
      closed = true;
      driver.stop();
      invoker.stop();
      batch.stop();
      release();
    },
  };
}
