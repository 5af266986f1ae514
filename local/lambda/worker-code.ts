import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

let address: URL | undefined;

/**
 * worker.ts as JavaScript. Stripping types is done once here and not in each thread, where it would cost 12 MB and
 * 100 ms of every function.
 */
export function workerCode(): URL {
  if (address !== undefined) return address;
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  const { outputFiles } = esbuild.buildSync({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    write: false,
  });
  void esbuild.stop();
  address = new URL(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
  return address;
}
