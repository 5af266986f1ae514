import { inLanes } from './lanes.ts';
import { openEngine } from './opened.ts';
import { percentile } from './percentile.ts';

export type RoadRun = { inFlight: number; executions: number; perSecond: number; p50Ms: number; p99Ms: number };

/**
 * Executions a second from start over two tasks, a token and one more task to the end, with that many in flight. The
 * times in ms run from SendTaskSuccess to the end of the execution. A first tenth is run unmeasured, to warm up.
 */
export async function roadThroughput(folder: string, inFlight: number, executions: number): Promise<RoadRun> {
  const opened = await openEngine(folder);
  const times: number[] = [];
  const one = async (name: string) => {
    const token = await opened.start(name);
    const sent = performance.now();
    await opened.wake(name, token);
    times.push(performance.now() - sent);
  };
  try {
    await inLanes(inFlight, executions / 10, (n) => one(`warm-${n}`));
    times.length = 0;
    const begun = performance.now();
    await inLanes(inFlight, executions, (n) => one(`run-${n}`));
    const seconds = (performance.now() - begun) / 1000;
    const [p50Ms, p99Ms] = [percentile(times, 50), percentile(times, 99)];
    return { inFlight, executions, perSecond: executions / seconds, p50Ms, p99Ms };
  } finally {
    await opened.close();
  }
}
