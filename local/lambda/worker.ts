import { existsSync } from 'node:fs';
import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Boot, Invoke, Reply } from './messages.ts';
import { HandlerNotFound, loadError, named, unhandledRejection } from './runtime-errors.ts';
import { simulateTime } from './simulated-date.ts';

// The inside of one Lambda function: runs in a worker thread of its own, with the function's environment only.

const boot: Boot = workerData;
const offset = new BigInt64Array(boot.offset);
const realNow = Date.now;
const skew = new BigInt64Array(boot.skew);
const simulatedNow = () => realNow() + Number(Atomics.load(offset, 0)) + Number(Atomics.load(skew, 0));
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

/** A file that is missing is told as `require` tells it, which is what Lambda's runtime asks last. */
async function loadHandler(): Promise<(event: unknown, context: object) => unknown> {
  const require = createRequire(boot.file);
  const module: unknown = existsSync(boot.file)
    ? await import(pathToFileURL(boot.file).href)
    : require(boot.file.replace(/\.\w+$/, ''));
  const handler: unknown =
    module !== null && typeof module === 'object' ? Reflect.get(module, boot.exportName) : undefined;
  if (typeof handler !== 'function') throw new HandlerNotFound(`${boot.exportName} is undefined or not exported`);
  return (event, context) => Reflect.apply(handler, undefined, [event, context]);
}

let requestId = '';
let isFirst = true;

// As Lambda's runtime: says what happened, then ends the process with its own two codes.
process.on('uncaughtException', (error) => {
  say({ kind: 'died', requestId, ...named(error) });
  process.exit(129);
});
process.on('unhandledRejection', (reason) => {
  say({ kind: 'died', requestId, ...unhandledRejection(reason) });
  process.exit(128);
});

async function answer(handler: Awaited<ReturnType<typeof loadHandler>>, invoke: Invoke): Promise<void> {
  requestId = invoke.requestId;
  try {
    const result = await handler(JSON.parse(invoke.event), contextOf(invoke));
    say({ kind: 'returned', requestId, payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    say({ kind: 'failed', requestId, ...named(error) });
  }
  // Not sooner: the first call has compiled what most calls need.
  if (isFirst) flushCompileCache();
  isFirst = false;
}

try {
  if (boot.compiled !== undefined) enableCompileCache(boot.compiled);
  const handler = await loadHandler();
  parentPort?.on('message', (invoke: Invoke) => answer(handler, invoke));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'refused', ...loadError(error) });
}
