import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const CODE = `
  const begun = process.cpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.cpuUsage(begun);
  console.log((user + system) / 1000);
`;

/**
 * How much processor time a fresh process takes to load a bundle, in ms, in the environment of its function and nothing else.
 * Loading waits for nothing, and processor time is the same while other work shares the machine.
 */
export async function loadTime(file: string, env: Record<string, string>): Promise<number> {
  const args = ['--input-type=module', '--eval', CODE, pathToFileURL(file).href];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  return Number(stdout.trim().split('\n').at(-1));
}
