import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const CODE = 'const begun = performance.now(); await import(process.argv[1]); console.log(performance.now() - begun);';

/** How long a fresh process takes to load a bundle, in ms, in the environment of its function and nothing else. */
export async function loadTime(file: string, env: Record<string, string>): Promise<number> {
  const args = ['--input-type=module', '--eval', CODE, pathToFileURL(file).href];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return Number(stdout.trim().split('\n').at(-1));
}
