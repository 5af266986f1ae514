import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { modulesSchema, roomsPage } from './rooms-page.ts';

/** The top of the sources. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const manifestSchema = z.object({ scripts: z.object({ imports: z.string() }) });

/** The page of rooms as the sources are now, by the very command that holds the imports to the rules. Throws when that fails. */
export function drawRooms(): string {
  const { scripts } = manifestSchema.parse(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')));
  const [command = '', ...args] = scripts.imports.split(' ');
  const { stdout, stderr } = spawnSync(`${ROOT}node_modules/.bin/${command}`, [...args, '--output-type', 'json'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  return roomsPage(modulesSchema.parse(JSON.parse(stdout)).modules);
}
