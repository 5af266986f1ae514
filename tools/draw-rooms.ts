import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { modulesSchema, roomsPage } from './draw-rooms/rooms-page.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const manifestSchema = z.object({ scripts: z.object({ imports: z.string() }) });

// The very command that holds the imports to the rules, so that what is drawn is what is checked.
const { scripts } = manifestSchema.parse(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')));
const [command = '', ...args] = scripts.imports.split(' ');
const { stdout, stderr } = spawnSync(`${ROOT}node_modules/.bin/${command}`, [...args, '--output-type', 'json'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 256 * 1024 * 1024,
});
if (stdout === '') throw new Error(stderr);
writeFileSync(`${ROOT}docs/rooms.md`, roomsPage(modulesSchema.parse(JSON.parse(stdout)).modules));
