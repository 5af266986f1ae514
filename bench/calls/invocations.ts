import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Worker } from 'node:worker_threads';
import type { Span } from '../chain.ts';

/** One run of a function, from the hand-over of its event to its answer. `requestId` is empty for the load of its bundle. */
export type Invocation = Span & { name: string; requestId: string };

const CHANNEL = 'worker_threads';

/** Records every run of a function, by listening to what is said to and by the threads that functions run in. */
export function recordInvocations(): { invocations: Invocation[]; stop(): void } {
  const invocations: Invocation[] = [];
  const onWorker = (message: unknown) => {
    const worker = typeof message === 'object' && message !== null && 'worker' in message ? message.worker : undefined;
    if (worker instanceof Worker) follow(worker, (invocation) => invocations.push(invocation));
  };
  subscribe(CHANNEL, onWorker);
  return { invocations, stop: () => unsubscribe(CHANNEL, onWorker) };
}

function follow(worker: Worker, done: (invocation: Invocation) => void): void {
  const born = performance.now();
  const begun = new Map<string, number>();
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: unknown, transfer) => {
    begun.set(requestIdOf(message), performance.now());
    if (transfer === undefined || Array.isArray(transfer)) post(message, transfer);
  };
  worker.on('message', (reply: unknown) => {
    const requestId = requestIdOf(reply);
    const start = begun.get(requestId) ?? born;
    done({ name: worker.threadName ?? 'unknown', requestId, start, end: performance.now() });
  });
}

function requestIdOf(message: unknown): string {
  const isNamed = typeof message === 'object' && message !== null && 'requestId' in message;
  return isNamed ? String(message.requestId) : '';
}
