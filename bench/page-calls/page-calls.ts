import { startInstance } from '#local/instance.ts';
import { parseInstant } from '#local/london.ts';
import type { Service } from '#test/system/service.ts';
import { assemblyThatSaysWhoCalls, synthesisedStack } from '../assembly.ts';
import { recordCalls } from '../calls/wire.ts';
import { atMost, type Finding } from '../report.ts';
import { withTemporaryFolder } from '../temporary.ts';
import { formPages, publicPages } from './form.ts';
import { createMeasure, LATENCY_MS, type PageCalls } from './measure.ts';
import { referrerPages, triagePages } from './people.ts';
import { areaPages } from './staff.ts';

const SEQUENTIAL_CALLS = 2;

/** How often each page asks AWS, and how often one answer has to be waited for before the next question. */
export async function pageCallsFinding(): Promise<Finding> {
  const found = await showEveryPage();
  return {
    topic: 'page-calls',
    tables: [
      {
        title: 'Calls to AWS of each page, by GET, over the synthesised stack',
        columns: ['page', 'calls', 'one after another', 'which'],
        rows: found.map(({ page, calls, chain, asked }) => [page, calls, chain, asked]),
        notes: [
          `each page is shown twice and counted once; each answer was held back ${LATENCY_MS} ms, so that calls made at the same time overlap`,
        ],
      },
    ],
    budgets: found.map(({ page, chain }) =>
      atMost(`${page}, calls one after another`, SEQUENTIAL_CALLS, chain, 'calls'),
    ),
    data: { pages: found },
  };
}

async function showEveryPage(): Promise<readonly PageCalls[]> {
  const { folder } = await synthesisedStack();
  let isCounting = false;
  const wire = recordCalls(() => (isCounting ? LATENCY_MS : 0));
  const { found, measure } = createMeasure(wire.calls, (is) => {
    isCounting = is;
  });
  try {
    await withTemporaryFolder(async (temporary) => {
      const named = assemblyThatSaysWhoCalls(folder, temporary);
      const instance = await startInstance({ port: 0, assembly: named, now: parseInstant('2026-09-24T09:00') });
      const { url, stop } = instance;
      const at: Service = { url, root: new URL(url).origin, data: '', logged: () => '', kill: stop };
      try {
        for (const walk of [publicPages, formPages, referrerPages, triagePages, areaPages]) await walk(at, measure);
      } finally {
        await stop();
      }
    });
  } finally {
    wire.stop();
  }
  return found;
}
