import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { atMost, type Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { startChild } from './child.ts';

const FIRST_SECONDS = 15;
const AGAIN_SECONDS = 3;
const MOST_MB = 500;

/** Long enough for the functions that are loaded ahead of their first call to be there. */
const WARM_MS = 15_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = [
  'bin',
  'lib',
  'functions',
  'application',
  'domain',
  'adapters',
  'web',
  'local',
  'tools',
  'package.json',
  'package-lock.json',
  'cdk.json',
  'tsconfig.json',
];

/** How long the service takes to be ready, the first time and again, and what it then holds in memory. */
export async function startFinding(): Promise<Finding> {
  return withTemporaryFolder(async (folder) => {
    // A copy without an assembly, so that the first start has to synthesise, as it does in a fresh clone.
    for (const name of SOURCES) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'data'));
    const first = await measure(folder, async () => {});
    const again = await measure(folder, () => sleep(WARM_MS));
    return {
      topic: 'start',
      tables: [
        {
          title: 'npm start, until it says that it is ready',
          columns: ['start', 'seconds', 'memory in MB'],
          rows: [
            ['first, in a copy of the sources', first.ms / 1000, first.rssMb],
            ['again, nothing changed', again.ms / 1000, again.rssMb],
          ],
          notes: [`memory of the second after ${WARM_MS / 1000} s, with the functions loaded that are loaded ahead`],
        },
      ],
      budgets: [
        atMost('first start', FIRST_SECONDS, first.ms / 1000, 's'),
        atMost('unchanged start', AGAIN_SECONDS, again.ms / 1000, 's'),
        atMost('memory of a running instance', MOST_MB, again.rssMb, 'MB'),
      ],
      data: { firstMs: first.ms, againMs: again.ms, rssMb: again.rssMb },
    };
  });
}

async function measure(folder: string, settle: () => Promise<void>) {
  const started = await startChild(folder, settle);
  await started.stop();
  return started;
}
