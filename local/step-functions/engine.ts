import type { DatabaseSync } from 'node:sqlite';
import { partsOf } from './arns.ts';
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
import { newToken } from './token.ts';

export type { InvokeResult } from './invocation.ts';

const UNAVAILABLE = { status: 503, body: '{"__type":"ServiceUnavailable","message":"Step Functions is closed."}' };

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
  const worldOf = (machine: Machine): World => ({ machine, at: now(), random, newToken: () => newToken(now()) });

  const busy = () => driver.busy() || invoker.busy();
  function release(): void {
    for (const resolve of waiting.splice(0)) resolve();
  }
  function onPause(written: boolean): void {
    if (!busy()) release();
    if (written && !closed) options.onProgress?.();
  }
  const driver = createDriver({
    store,
    batch,
    machineOf: machines.machineOf,
    worldOf,
    invoke: (one, machine) => invoker.start(one, machine),
    onPause,
  });
  const { change } = driver;
  const invoker = createInvoker({ store, invoke, now, change, onPause: () => onPause(true) });

  function fire(arn: string): void {
    void change(() => {
      const execution = store.read(arn);
      const draft = execution && { execution, events: [] };
      return draft && fireTimers(draft, now()) ? draft : undefined;
    });
  }
  const service = { store, machines, now, worldOf, fire };

  return {
    register: machines.register,
    handle: async (target, body) => {
      const answer = closed ? UNAVAILABLE : await handleRequest(service, change, target, body);
      return closed ? UNAVAILABLE : answer;
    },
    resume: () => store.movingArns().forEach(driver.kick),
    nextDueAt: () => (closed ? undefined : store.nextDueAt()),
    runDue: () => {
      if (!closed) store.dueArns(now()).forEach(fire);
    },
    settled: () => (busy() && !closed ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
    machineOfToken: (token) => {
      const arn = store.executionOfToken(token);
      return arn === undefined ? undefined : partsOf(arn).machineArn;
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
