import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { reportOf, type Tried } from './report.ts';

const FILE = '.cache/long-report.md';

/** Prints the report of a long run at its end, and keeps it in a file. */
export class LongReport implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tried = modules.flatMap((module) => [...module.children.allTests()].map((test) => triedOf(module, test)));
    const report = reportOf(tried, {
      commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
      endedAt: new Date().toISOString(),
      machine: `${availableParallelism()} cores with Node ${process.version}`,
    });
    mkdirSync('.cache', { recursive: true });
    writeFileSync(FILE, report);
    process.stdout.write(`\n${report}\nThis report is in ${FILE}.\n`);
  }
}

function triedOf(module: TestModule, test: TestCase): Tried {
  const { state, errors = [] } = test.result();
  const outcome = state === 'passed' ? 'held' : state === 'failed' ? 'broke' : 'not tried';
  // A test that could not begin is skipped, and its file says why.
  const [first] = [...errors, ...module.errors()];
  return {
    ...{ file: relative(resolve(), module.moduleId), title: test.name, outcome },
    seconds: (test.diagnostic()?.duration ?? 0) / 1_000,
    why: first?.message.split('\n', 1)[0],
  };
}
