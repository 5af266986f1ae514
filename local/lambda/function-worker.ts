import { existsSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FunctionSpec } from '../assembly/functions.ts';
import type { Boot, Invoke, Reply } from './messages.ts';
import { failure, type Outcome } from './outcome.ts';
import type { RuntimeError } from './runtime-errors.ts';
import { workerCode } from './worker-code.ts';

export type FunctionWorker = {
  /** Resolves once the bundle is loaded, or with why it could not be. */
  ready: Promise<Outcome | undefined>;
  send(invoke: Invoke): Promise<Outcome>;
  /** False once the thread has ended, for whatever reason. */
  alive(): boolean;
  end(): Promise<unknown>;
};

/** Small, so that V8 collects early: all functions share one machine here. Buffers are not counted. */
const HEAP = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

type Setting = {
  offset: SharedArrayBuffer;
  skew: SharedArrayBuffer;
  environment: Record<string, string>;
  log(text: string): void;
};

/** Starts the thread of one function. It takes one invocation at a time: the caller keeps to that. */
export function startFunctionWorker(spec: FunctionSpec, setting: Setting): FunctionWorker {
  const worker = new Worker(workerCode(), {
    name: spec.name,
    workerData: bootOf(spec, setting),
    env: setting.environment,
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: HEAP,
  });
  worker.stdout.on('data', (chunk) => setting.log(String(chunk)));
  worker.stderr.on('data', (chunk) => setting.log(String(chunk)));

  let alive = true;
  let crash: Error | undefined;
  let settle: (outcome: Outcome) => void = () => {};
  const loaded = Promise.withResolvers<Outcome | undefined>();
  worker.on('message', (reply: Reply) => {
    if (reply.kind === 'ready') loaded.resolve(undefined);
    else if (reply.kind === 'refused') loaded.resolve(failed(reply));
    else settle(outcomeOf(reply));
    if (reply.kind !== 'died') return;
    // Nothing more may be given to a thread that has said it is ending, though it has not ended yet.
    alive = false;
    loaded.resolve(failed(reply));
  });
  worker.on('error', (error) => {
    crash = error instanceof Error ? error : new Error(String(error));
  });
  worker.on('exit', (code) => {
    alive = false;
    const why = exited(code, crash);
    loaded.resolve(why);
    settle(why);
  });
  return {
    ready: loaded.promise,
    send: (invoke) =>
      new Promise((resolve) => {
        settle = resolve;
        if (alive) worker.postMessage(invoke);
        else resolve(exited(0, crash));
      }),
    alive: () => alive,
    end: () => worker.terminate(),
  };
}

function outcomeOf(reply: Exclude<Reply, { kind: 'ready' | 'refused' }>): Outcome {
  return reply.kind === 'returned' ? { ok: true, payload: JSON.parse(reply.payload) } : failed(reply);
}

function failed({ errorType, errorMessage, trace }: RuntimeError): Outcome {
  return failure(errorType, errorMessage, trace);
}

/** Lambda's word for a process that has gone, in its own wording; `crash` is what ended a thread from inside the engine. */
function exited(code: number, crash: Error | undefined): Outcome {
  const why =
    code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`;
  return failure('Runtime.ExitError', crash?.message ?? why, crash?.stack?.split('\n'));
}

function bootOf(spec: FunctionSpec, { offset, skew }: Setting): Boot {
  const dot = spec.handler.lastIndexOf('.');
  const base = join(spec.folder, spec.handler.slice(0, dot));
  const file = ['.mjs', '.js', '.cjs'].map((extension) => base + extension).find((path) => existsSync(path));
  return {
    offset,
    skew,
    file: file ?? `${base}.mjs`,
    exportName: spec.handler.slice(dot + 1),
    functionName: spec.name,
    arn: spec.arn,
    memoryMb: spec.memoryMb,
    compiled: compiledFolder(),
  };
}

/** Within that of the process, so that none is kept where the process keeps none. A new assembly empties it. */
function compiledFolder(): string | undefined {
  const own = getCompileCacheDir();
  return own && join(dirname(own), 'functions');
}
