import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

export type Started = { ms: number; rssMb: number; stop(): Promise<void> };

const PATIENCE_MS = 60_000;

/** Starts the service from the sources in a folder, as a process of its own, and waits until it says that it is ready. */
export async function startChild(folder: string, settle: () => Promise<void>): Promise<Started> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['tools/start.ts', '--port', '0', '--data', 'data'], {
    cwd: folder,
    stdio: 'pipe',
  });
  try {
    await untilReady(child);
    const ms = performance.now() - begun;
    await settle();
    return { ms, rssMb: rssOf(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function untilReady(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const late = setTimeout(() => reject(new Error(`Not ready after ${PATIENCE_MS / 1000} s: ${said}`)), PATIENCE_MS);
  child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
  child.stdout?.on('data', (chunk) => {
    said += chunk;
    if (/^Small Steps is ready: \S+\n/m.test(said)) resolve();
  });
  await promise.finally(() => clearTimeout(late));
}

/** What the process holds in memory now, as Linux counts it; NaN elsewhere. */
function rssOf({ pid }: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
