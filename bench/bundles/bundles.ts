import { statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS, mostBytes } from '#lib/bundle/options.ts';
import { workerEnvironment } from '#local/lambda/environment.ts';
import { synthesise } from '#local/synth.ts';
import { median } from '../median.ts';
import { atMost, type Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { floorSource } from './clients.ts';
import { type Bundle, bundlesOf } from './functions.ts';
import { loadTime } from './load-time.ts';
import { profilesTable } from './profiles.ts';

/** Of what a person waits for in a browser, a little more than of what a program or the workflow waits for. */
const MOST_RATIO = 1.5;
const MOST_RATIO_OF_PAGES = 1.8;
const PAGES = ['serve-public', 'serve-referral', 'serve-staff', 'serve-console'];
const ROUNDS = 9;

type Measured = {
  name: string;
  bytes: number;
  floorBytes: number;
  ms: number;
  floorMs: number;
  ratio: number;
  clients: string[];
};

/** The size of each function's bundle, and how long it takes to load against an empty handler with the same SDK clients. */
export async function bundlesFinding(): Promise<Finding> {
  const bundles = await bundlesOf(await synthesise({ checked: false }));
  const [measured, profiles] = await withTemporaryFolder(async (folder) => [
    await measureAll(bundles, folder),
    await profilesTable(bundles, folder),
  ]);
  const largest = measured.toSorted((one, other) => other.bytes - one.bytes)[0];
  const slowest = measured.toSorted((one, other) => other.ratio - one.ratio)[0];
  if (largest === undefined || slowest === undefined) throw new Error('The assembly has no functions.');
  return {
    topic: 'bundles',
    tables: [
      {
        title: 'Each function against its floor, an empty handler with the same SDK clients',
        columns: ['function', 'bytes', 'floor bytes', 'CPU ms', 'floor CPU ms', 'ratio', 'SDK clients'],
        rows: measured.map((one) => [
          one.name,
          one.bytes,
          one.floorBytes,
          round(one.ms),
          round(one.floorMs),
          round(one.ratio),
          one.clients.map((client) => client.replace('client-', '')).join(' '),
        ]),
        notes: [
          'bytes of index.mjs',
          `CPU: of a fresh process each until it has loaded, function and floor in turn, median of ${ROUNDS}`,
          'ratio: of each pair, then the median, so that a machine that slows down counts for both',
        ],
      },
      profiles,
    ],
    budgets: measured.flatMap((one) => [
      atMost(`bundle of ${one.name}`, mostBytes(one.name), one.bytes, 'bytes'),
      atMost(`load of ${one.name} against its floor`, mostRatio(one), round(one.ratio), 'times'),
    ]),
    data: {
      functions: measured,
      largest: largest.name,
      slowest: slowest.name,
    },
  };
}

const mostRatio = ({ name }: Measured) => (PAGES.includes(name) ? MOST_RATIO_OF_PAGES : MOST_RATIO);
const round = (value: number) => Math.round(value * 100) / 100;

async function measureAll(bundles: readonly Bundle[], folder: string): Promise<Measured[]> {
  const floors = new Map<string, string>();
  for (const { clients } of bundles) {
    const key = clients.join('+');
    if (!floors.has(key)) floors.set(key, await buildFloor(clients, join(folder, `${floors.size}.mjs`)));
  }
  const times = new Map(bundles.map(({ name }) => [name, samples()]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, spec, file, clients } of bundles) {
      const env = workerEnvironment(spec, { dynamodb: 'http://127.0.0.1:1', other: 'http://127.0.0.1:1' });
      times.get(name)?.own.push(await loadTime(file, env));
      times.get(name)?.floor.push(await loadTime(floors.get(clients.join('+')) ?? '', env));
    }
  }
  return bundles.map(({ name, file, clients }) => {
    const { own = [], floor = [] } = times.get(name) ?? {};
    return {
      name,
      bytes: statSync(file).size,
      floorBytes: statSync(floors.get(clients.join('+')) ?? '').size,
      ms: median(own),
      floorMs: median(floor),
      ratio: median(own.map((ms, index) => ms / (floor[index] ?? Number.NaN))),
      clients,
    };
  });
}

function samples(): { own: number[]; floor: number[] } {
  return { own: [], floor: [] };
}

/** Bundled exactly as the functions are. */
async function buildFloor(clients: readonly string[], outfile: string): Promise<string> {
  const stdin = { contents: floorSource(clients), resolveDir: BUNDLE_OPTIONS.absWorkingDir };
  await build({ ...BUNDLE_OPTIONS, stdin, outfile });
  return outfile;
}
