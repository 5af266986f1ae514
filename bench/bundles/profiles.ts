import { dirname, join } from 'node:path';
import { BUNDLE_OPTIONS } from '#lib/bundle/options.ts';
import { workerEnvironment } from '#local/lambda/environment.ts';
import { median } from '../median.ts';
import type { Table } from '../report.ts';
import { floorSource } from './clients.ts';
import type { Bundle } from './functions.ts';
import { PARTS, type Part, profiler } from './profile.ts';

const PROFILED = ['serve-public', 'serve-api', 'restart-case'];
const LOADS = 7;
const NOWHERE = { dynamodb: 'http://127.0.0.1:1', other: 'http://127.0.0.1:1' };

/** What is left of the load of a page, of the API and of the smallest function, each beside its floor, part by part. */
export async function profilesTable(bundles: readonly Bundle[], folder: string): Promise<Table> {
  const columns: { title: string; ms: number[] }[] = [];
  for (const { name, spec, file, clients } of bundles.filter((one) => PROFILED.includes(one.name))) {
    const env = workerEnvironment(spec, NOWHERE);
    const stdin = { contents: floorSource(clients), resolveDir: BUNDLE_OPTIONS.absWorkingDir };
    const entryPoints = [`functions/${name}.lambda.ts`];
    const own = await profiler({ entryPoints }, dirname(file), join(folder, `${name}-own`));
    const floor = await profiler({ stdin }, undefined, join(folder, `${name}-floor`));
    for (const [title, load] of [[name, own] as const, ['its floor', floor] as const]) {
      const loads: Record<Part, number>[] = [];
      for (let one = 0; one < LOADS; one += 1) loads.push(await load(env));
      columns.push({ title, ms: PARTS.map((part) => Math.round(median(loads.map((times) => times[part])) * 10) / 10) });
    }
  }
  return {
    title: 'What a load is spent on, in ms',
    columns: ['part', ...columns.map(({ title }) => title)],
    rows: PARTS.map((part, index) => [part, ...columns.map(({ ms }) => ms[index] ?? Number.NaN)]),
    notes: [`by the profiler of V8, which makes all of it slower; the median of ${LOADS} loads`],
  };
}
