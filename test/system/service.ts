import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { synthesise, type Variant } from '#local/synth.ts';
import { until } from './until.ts';

const START = fileURLToPath(new URL('../../tools/start.ts', import.meta.url));
const READY_MS = 90_000;
/** A service of a test ends before V8 has earned what its best compiler costs. */
const SHORT_LIVED = ['--no-opt', '--single-threaded-gc'];

/** The whole service as a process of its own, started as `npm start` starts it. */
export interface Service {
  /** Where people and systems reach it, with its stage path. */
  readonly url: string;
  /** Where /local/ is. */
  readonly root: string;
  readonly data: string;
  /** Everything that the functions have printed. */
  logged(): string;
  /** Ends it straight away, as a power cut would. */
  kill(): Promise<void>;
}

const assemblies = new Map<Variant | undefined, Promise<string>>();
const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** A folder for one store, removed by `endAll`. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'small-steps-system-'));
  folders.push(folder);
  return folder;
}
const folders: string[] = [];

export async function start(
  options: {
    data?: string;
    now?: string;
    basePath?: string;
    signIn?: boolean;
    canary?: boolean;
    isLong?: boolean;
  } = {},
): Promise<Service> {
  const data = options.data ?? emptyFolder();
  const now = options.now === undefined ? [] : ['--now', options.now];
  const basePath = options.basePath === undefined ? [] : ['--base-path', options.basePath];
  // The sources are looked at a single time, not at each start. Many a file calls a few functions only: loading the
  // others would take longer than all else.
  const variant = options.signIn ? 'SIGN_IN' : options.canary ? 'CANARY' : undefined;
  const assembly = assemblies.get(variant) ?? synthesise({ checked: false, variant });
  assemblies.set(variant, assembly);
  const how = ['--port', '0', '--data', data, '--cold', '--assembly', await assembly, ...now, ...basePath];
  // As under npm, where it watches for the end of what started it: an interrupted test leaves nothing running.
  const env = { ...process.env, npm_lifecycle_event: 'test' };
  const child = spawn(process.execPath, [...(options.isLong ? [] : SHORT_LIVED), START, ...how], { env });
  children.add(child);
  const gone = once(child, 'exit').then(() => children.delete(child));
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += String(chunk);
    });
  }
  const look = async () => {
    if (child.exitCode !== null) throw new Error(`The service ended: ${printed}`);
    return /^Small Steps is ready: (\S+)\n/.exec(printed)?.[1];
  };
  const url = await until('the service was ready', look, READY_MS);
  const log = join(data, 'lambda.log');
  return {
    url,
    root: new URL(url).origin,
    data,
    logged: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Ends whatever this file has started and removes what it has written. */
export async function endAll(): Promise<void> {
  for (const child of children) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
