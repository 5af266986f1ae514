import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Boot, Invoke, Reply } from './messages.ts';
import { simulateTime } from './simulated-date.ts';

// The inside of one Lambda function: runs in a worker thread of its own, with the function's environment only.

const boot: Boot = workerData;
const offset = new BigInt64Array(boot.offset);
const realNow = Date.now;
const simulatedNow = () => realNow() + Number(Atomics.load(offset, 0));
simulateTime(simulatedNow);

const say = (reply: Reply) => parentPort?.postMessage(reply);

function contextOf({ requestId, deadlineMs }: Invoke): object {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: boot.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: boot.arn,
    memoryLimitInMB: String(boot.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${boot.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - realNow()),
  };
}

function failed(requestId: string, error: unknown): Reply {
  const known = error instanceof Error;
  return {
    kind: 'failed',
    requestId,
    errorType: known ? error.name : typeof error,
    errorMessage: known ? error.message : String(error),
    trace: known ? (error.stack ?? '').split('\n') : [],
  };
}

async function loadHandler(): Promise<(event: unknown, context: object) => unknown> {
  const module: unknown = await import(pathToFileURL(boot.file).href);
  const handler: unknown =
    module !== null && typeof module === 'object' ? Reflect.get(module, boot.exportName) : undefined;
  if (typeof handler !== 'function') throw new TypeError(`${boot.file} exports no function ${boot.exportName}`);
  return (event, context) => Reflect.apply(handler, undefined, [event, context]);
}

const handler = await loadHandler();

parentPort?.on('message', async (invoke: Invoke) => {
  try {
    const result = await handler(JSON.parse(invoke.event), contextOf(invoke));
    say({ kind: 'returned', requestId: invoke.requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    say(failed(invoke.requestId, error));
  }
});
say({ kind: 'ready' });
