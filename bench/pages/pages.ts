import { gzipSync } from 'node:zlib';
import { styleSheet } from '#web/layout/templates.ts';
import { median } from '../median.ts';
import { atMost, type Finding } from '../report.ts';
import { areaPages } from './area-pages.ts';
import { formPages, publicPages } from './form-pages.ts';
import { letterPages } from './letter-pages.ts';
import type { Opened } from './opened.ts';
import { referrerPages } from './referrer-pages.ts';
import { staffPages } from './staff-pages.ts';

const ROUNDS = 60;
const WARM_ROUNDS = 40;
const MOST_MS = 10;
const MOST_HTML = 15_000;
const MOST_CSS = 25_000;

type Measured = { name: string; ms: number[]; cpu: number[]; html: number; zipped: number };

/**
 * How long a page takes from the request to the answer in this process, over stores in memory; and what is sent. The budget
 * is of processor time, which other work on the machine lengthens less.
 */
export async function pagesFinding(): Promise<Finding> {
  const measured = await measureAll(await openPages());
  const css = gzipSync(styleSheet).byteLength;
  return {
    topic: 'pages',
    tables: [
      {
        title:
          'Rendering in this process: the form with every question answered, the public pages, and those of a referrer and of staff',
        columns: ['page', 'median ms', 'CPU median ms', 'CPU p95 ms', 'HTML bytes', 'gzipped'],
        rows: measured.map(({ name, ms, cpu, html, zipped }) => [
          name,
          round(median(ms)),
          round(median(cpu)),
          round(p95(cpu)),
          html,
          zipped,
        ]),
        notes: [
          `${ROUNDS} rounds, each page once a round, after ${WARM_ROUNDS} to warm up: V8 compiles what it sees often`,
          'CPU: of this process, with its compiling and collecting in other threads',
          `style sheet: ${styleSheet.length} bytes, ${css} gzipped`,
        ],
      },
    ],
    budgets: [
      ...measured.flatMap(({ name, cpu, zipped }) => [
        atMost(`render ${name}, p95 of CPU time`, MOST_MS, round(p95(cpu)), 'ms'),
        atMost(`HTML of ${name}, gzipped`, MOST_HTML, zipped, 'bytes'),
      ]),
      atMost('style sheet, gzipped', MOST_CSS, css, 'bytes'),
    ],
    data: {
      pages: measured.map(({ ms, cpu, ...one }) => ({
        ...one,
        medianMs: median(ms),
        p95Ms: p95(ms),
        cpuMedianMs: median(cpu),
        cpuP95Ms: p95(cpu),
      })),
      styleSheet: { bytes: styleSheet.length, zipped: css },
    },
  };
}

/** How to get each page: the public ones, those of the form, of a referrer and of staff. */
async function openPages(): Promise<Opened[]> {
  return [
    ...(await formPages()),
    ...publicPages(),
    ...(await referrerPages()),
    ...(await staffPages()),
    ...(await areaPages()),
    ...(await letterPages()),
  ];
}

async function measureAll(pages: readonly Opened[]): Promise<Measured[]> {
  const measured = pages.map(([name]): Measured => ({ name, ms: [], cpu: [], html: 0, zipped: 0 }));
  for (let round = -WARM_ROUNDS; round < ROUNDS; round += 1) {
    for (const [index, [, get]] of pages.entries()) {
      const one = measured[index];
      const begun = performance.now();
      const used = process.cpuUsage();
      const body = await get();
      const { user, system } = process.cpuUsage(used);
      const took = performance.now() - begun;
      if (one === undefined || round < 0) continue;
      one.ms.push(took);
      one.cpu.push((user + system) / 1000);
      if (round === 0) Object.assign(one, { html: Buffer.byteLength(body), zipped: gzipSync(body).byteLength });
    }
  }
  return measured;
}

const round = (value: number) => Math.round(value * 100) / 100;

/** 19 of 20 are not above it. */
function p95(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
