import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inLanes } from './lanes.ts';
import { type OpenedEngine, openEngine } from './opened.ts';
import { percentile } from './percentile.ts';

export type ParkedRun = { parked: number; p50Ms: number; p99Ms: number; bytesEach: number; reopenMs: number };

const WAKES = 500;
/** How many are parked side by side while the store is filled; nothing is measured then. */
const WIDE = 256;

/** What a growing number of parked executions costs, measured at each of `sizes`, which must ascend. */
export async function parkedCosts(folder: string, sizes: readonly number[]): Promise<ParkedRun[]> {
  const tokens: [name: string, token: string][] = [];
  const runs: ParkedRun[] = [];
  for (const size of sizes) {
    const [bytes, more] = [bytesIn(folder), size - tokens.length];
    await filled(folder, size, tokens);
    const bytesEach = (bytesIn(folder) - bytes) / more;
    const reopenMs = await reopened(folder);
    const { p50Ms, p99Ms } = await woken(folder, tokens);
    runs.push({ parked: size, p50Ms, p99Ms, bytesEach, reopenMs });
  }
  return runs;
}

async function filled(folder: string, size: number, tokens: [string, string][]): Promise<void> {
  const opened = await openEngine(folder);
  await inLanes(WIDE, size - tokens.length, async (n) => {
    const name = `parked-${size}-${n}`;
    tokens.push([name, await opened.start(name)]);
  });
  await opened.engine.settled();
  await opened.close();
}

/** From the closed folder to an engine that has answered: the median of five. */
async function reopened(folder: string): Promise<number> {
  const times = [];
  for (let n = 0; n < 5; n += 1) {
    const begun = performance.now();
    const opened = await openEngine(folder);
    await opened.engine.settled();
    times.push(performance.now() - begun);
    await opened.close();
  }
  return percentile(times, 50);
}

/** Wakes executions spread over all that are parked, one after another. */
async function woken(folder: string, tokens: [string, string][]): Promise<{ p50Ms: number; p99Ms: number }> {
  const opened = await openEngine(folder);
  const times = [];
  for (let n = Math.min(WAKES, tokens.length) - 1; n >= 0; n -= 1) times.push(await wokenOne(opened, tokens, n));
  await opened.close();
  return { p50Ms: percentile(times, 50), p99Ms: percentile(times, 99) };
}

async function wokenOne(opened: OpenedEngine, tokens: [string, string][], n: number): Promise<number> {
  const at = Math.floor((n * tokens.length) / Math.min(WAKES, tokens.length));
  const [[name, token] = ['', '']] = tokens.splice(at, 1);
  const sent = performance.now();
  await opened.wake(name, token);
  return performance.now() - sent;
}

function bytesIn(folder: string): number {
  return readdirSync(folder)
    .filter((name) => name.startsWith('small-steps.sqlite'))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
