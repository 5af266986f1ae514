import { Worker } from 'node:worker_threads';
import type { Setting } from '../settings.ts';
import { reasonOf, StartError } from '../start-error.ts';
import type { ProviderBoot, ProviderReply } from './messages.ts';

export type RunningProvider = { issuer: string; stop(): Promise<unknown> };

/** Starts the OpenID provider of this machine. On the port of the last run if it is free, so that open pages go on. */
export async function startProvider(boot: Omit<ProviderBoot, 'port'>, kept: Setting): Promise<RunningProvider> {
  const workerData: ProviderBoot = { ...boot, port: kept.read() ?? 0 };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    env: {},
    stdout: true,
    stderr: true,
  });
  const stop = () => worker.terminate();
  const said = await new Promise<ProviderReply>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ kind: 'failed', reason: reasonOf(error) }));
  });
  if (said.kind === 'ready') {
    kept.write(said.port);
    return { issuer: said.issuer, stop };
  }
  await stop();
  throw new StartError(`The OpenID provider of this machine does not start: ${said.reason}`);
}
