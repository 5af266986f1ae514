import type { FunctionSpec } from '../assembly/functions.ts';
import { ACCOUNT, REGION } from '../assembly/identities.ts';
import { createFaults, type Faults, PLANNED } from '../faults/faults.ts';
import type { Access } from '../iam/access.ts';
import { type Endpoints, workerEnvironment } from './environment.ts';
import { createFunctionQueue, type FunctionQueue } from './function-queue.ts';
import { startFunctionWorker } from './function-worker.ts';
import { failure, type Outcome } from './outcome.ts';
import { refuseRealAws } from './refuse-real-aws.ts';

export type LambdaHost = {
  /** `target` is a function's name or ARN. Never rejects: an unknown function is a failed outcome too. */
  invoke(target: string, event: unknown): Promise<Outcome>;
  /** Loads these functions before they are called, as many as threads are kept. */
  warm(names: string[]): Promise<void>;
  /** Ends the thread of a function, whatever it is in the middle of. */
  kill(name: string): void;
  close(): Promise<void>;
};

export type LambdaHostOptions = {
  functions: Map<string, FunctionSpec>;
  offset: SharedArrayBuffer;
  endpoints: Endpoints;
  access: Access;
  faults?: Pick<Faults, 'meet' | 'clocks'>;
  log(functionName: string, text: string): void;
  /** As many threads are kept while idle; the longest idle ends first. */
  threads: number;
};

/** What Lambda does in the role of a function that it traces. */
const TRACE = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

/** Throws a StartError, before any thread is started, when a function could call the real AWS. */
export function createLambdaHost(options: LambdaHostOptions): LambdaHost {
  const queues = new Map<string, FunctionQueue>();
  const { faults = createFaults() } = options;
  let closed = false;
  for (const spec of options.functions.values()) {
    const environment = workerEnvironment(spec, options.endpoints);
    refuseRealAws(spec, environment);
    const skew = new SharedArrayBuffer(8);
    faults.clocks.set(spec.name, skew);
    const setting = { offset: options.offset, skew, environment };
    const start = () => startFunctionWorker(spec, { ...setting, log: logOf(spec) });
    queues.set(spec.name, createFunctionQueue(spec, start));
  }

  /** Lambda writes the log of a function, its own lines too, in that function's role; what that may not write is lost. */
  function logOf({ name, logGroup, isTraced }: FunctionSpec): (text: string) => void {
    const group = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${logGroup}`;
    const asked = ['CreateLogStream', 'PutLogEvents'].map((action) => ({
      action: `logs:${action}`,
      resource: `${group}:log-stream:local`,
    }));
    if (isTraced) asked.push(...TRACE.map((action) => ({ action, resource: '*' })));
    const may = asked.every((one) => options.access.named(name)?.refusal(one) === undefined);
    return may ? (text) => options.log(name, text) : () => {};
  }

  async function makeRoom(): Promise<void> {
    const running = [...queues.values()].filter((queue) => queue.running());
    running.sort((one, other) => one.lastUsedAt() - other.lastUsedAt());
    let excess = running.length - options.threads;
    for (const queue of running) {
      if (excess <= 0) return;
      if (await queue.rest()) excess -= 1;
    }
  }

  async function invoke(target: string, event: unknown): Promise<Outcome> {
    const name = target.replace(/^arn:.*:function:/, '').split(':')[0] ?? target;
    const queue = queues.get(name);
    if (queue === undefined) return failure('ResourceNotFoundException', `Function not found: ${target}`);
    const error = await faults.meet({ service: 'lambda', operation: 'Invoke', function: name });
    if (error !== undefined) return failure(error, PLANNED);
    if (closed) return failure('ServiceException', 'The embedded run is stopping');
    const outcome = await queue.invoke(event);
    void makeRoom();
    return outcome;
  }

  return {
    invoke,
    warm: async (names) => {
      for (const name of names.slice(0, options.threads)) {
        if (!closed) await queues.get(name)?.warm();
      }
    },
    kill: (name) => void queues.get(name)?.end(),
    close: async () => {
      closed = true;
      await Promise.all([...queues.values()].map((queue) => queue.end()));
    },
  };
}
