import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type BuildOptions, build } from 'esbuild';
import * as z from 'zod';
import { BUNDLE_OPTIONS } from '#lib/bundle/options.ts';

const frameSchema = z.object({
  functionName: z.string(),
  url: z.string(),
  lineNumber: z.number(),
  columnNumber: z.number(),
});
const profileSchema = z.object({
  nodes: z.array(z.object({ id: z.number(), callFrame: frameSchema, children: z.array(z.number()).default([]) })),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Frame = z.infer<typeof frameSchema>;

/** What loading is spent on, in the order of the table. */
export const PARTS = [
  'reading the source, by V8',
  'collecting memory',
  'zod',
  'clients of AWS',
  'other packages',
  'our own modules',
  'declaring what modules hold',
  'Node itself',
] as const;
export type Part = (typeof PARTS)[number];

const BUNDLE = 'index.mjs';

/** How long each part of one load takes, in ms: the bundle is made once more with a source map, in a folder of its own. */
export async function profiler(input: BuildOptions, beside: string | undefined, folder: string) {
  mkdirSync(folder, { recursive: true });
  if (beside !== undefined) cpSync(beside, folder, { recursive: true });
  const outfile = join(folder, BUNDLE);
  await build({ ...BUNDLE_OPTIONS, ...input, outfile, sourcemap: 'external' });
  const map = new SourceMap(JSON.parse(readFileSync(`${outfile}.map`, 'utf8')));
  let loads = 0;
  return async (env: Record<string, string>): Promise<Record<Part, number>> => {
    loads += 1;
    const into = join(folder, `load-${loads}`);
    const flags = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', into, '--input-type=module'];
    const code = ['--eval', 'await import(process.argv[1])', pathToFileURL(outfile).href];
    await promisify(execFile)(process.execPath, [...flags, ...code], { env });
    return timesIn(readFileSync(join(into, readdirSync(into)[0] ?? ''), 'utf8'), map);
  };
}

function timesIn(json: string, map: SourceMap): Record<Part, number> {
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(json));
  const parents = new Map(nodes.flatMap((node) => node.children.map((child) => [child, node])));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const times = Object.fromEntries(PARTS.map((part) => [part, 0]));
  for (const [index, id] of samples.entries()) {
    const stack: Frame[] = [];
    for (let node = byId.get(id); node !== undefined; node = parents.get(node.id)) stack.push(node.callFrame);
    const part = partOf(stack, map);
    times[part] = (times[part] ?? 0) + (timeDeltas[index] ?? 0) / 1000;
  }
  return z.record(z.enum(PARTS), z.number()).parse(times);
}

/** Of the innermost frame that says it; what Node does for a module of the bundle counts for that module. */
function partOf(stack: readonly Frame[], map: SourceMap): Part {
  if (stack.some(({ functionName }) => functionName === 'compileSourceTextModule')) return 'reading the source, by V8';
  if (stack[0]?.functionName === '(garbage collector)') return 'collecting memory';
  const frame = stack.find(({ url }) => url.endsWith(BUNDLE));
  if (frame === undefined) return 'Node itself';
  const entry = map.findEntry(frame.lineNumber, frame.columnNumber);
  const source = 'originalSource' in entry ? entry.originalSource : '';
  if (source === '') return 'declaring what modules hold';
  if (/node_modules\/zod\/|deferred-zod/.test(source)) return 'zod';
  if (/node_modules\/(@aws-sdk|@smithy|@aws)\//.test(source)) return 'clients of AWS';
  return source.includes('node_modules/') ? 'other packages' : 'our own modules';
}
