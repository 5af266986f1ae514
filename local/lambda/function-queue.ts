import { randomUUID } from 'node:crypto';
import type { FunctionSpec } from '../assembly/functions.ts';
import type { FunctionWorker } from './function-worker.ts';
import { failure, type Outcome } from './outcome.ts';

const LOADING_SECONDS = 60;

export type FunctionQueue = {
  invoke(event: unknown): Promise<Outcome>;
  warm(): Promise<void>;
  /** Ends the thread if nothing runs or waits in it; says whether it did. */
  rest(): Promise<boolean>;
  lastUsedAt(): number;
  running(): boolean;
  end(): Promise<void>;
};

/** One function: its invocations one after another in one thread, which a time-out or a crash replaces by a fresh one. */
export function createFunctionQueue(spec: FunctionSpec, start: () => FunctionWorker): FunctionQueue {
  let worker: FunctionWorker | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let lastUsedAt = 0;

  function enqueue<Result>(job: () => Promise<Result>): Promise<Result> {
    waiting += 1;
    const result = tail.then(job).finally(() => {
      waiting -= 1;
      lastUsedAt = performance.now();
    });
    tail = result.catch(() => {});
    return result;
  }

  async function ready(): Promise<FunctionWorker | Outcome> {
    if (worker === undefined || !worker.alive()) worker = start();
    const current = worker;
    const refused = await within(LOADING_SECONDS, current.ready, () =>
      failure('Sandbox.Timedout', `The bundle of ${spec.name} did not load within ${LOADING_SECONDS} seconds`),
    );
    if (refused === undefined) return current;
    await current.end();
    return refused;
  }

  async function invoke(event: unknown): Promise<Outcome> {
    const current = await ready();
    if ('ok' in current) return current;
    const requestId = randomUUID();
    const deadlineMs = performance.timeOrigin + performance.now() + spec.timeoutSeconds * 1000;
    const sent = current.send({ requestId, event: JSON.stringify(event ?? null), deadlineMs });
    const timedOut = failure(
      'Sandbox.Timedout',
      `RequestId: ${requestId} Error: Task timed out after ${spec.timeoutSeconds}.00 seconds`,
    );
    const outcome = await within(spec.timeoutSeconds, sent, () => timedOut);
    if (outcome === timedOut) await current.end();
    return outcome;
  }

  return {
    invoke: (event) => enqueue(() => invoke(event)),
    warm: () => enqueue(async () => void (await ready())),
    rest: async () => {
      if (waiting > 0 || worker === undefined || !worker.alive()) return false;
      await enqueue(async () => worker?.end());
      return true;
    },
    lastUsedAt: () => lastUsedAt,
    running: () => worker?.alive() === true,
    end: async () => void (await worker?.end()),
  };
}

function within<Result>(seconds: number, work: Promise<Result>, late: () => Result): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>();
  const timer = setTimeout(() => resolve(late()), seconds * 1000);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
