import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { reportOf, type Tried } from '#test/long/report.ts';

const about = { commit: 'abc1234', endedAt: '2026-11-30T23:00:00.000Z', machine: '2 cores' };
const held: Tried = { file: 'test/long/races.test.ts', title: 'a race', outcome: 'held', seconds: 61 };
const first = (tried: readonly Tried[]) => reportOf(tried, about).split('\n')[2];

test.each<[string, readonly Tried[], string]>([
  ['everything held', [held], '**Everything held.** Proofs that were tried: 1.'],
  ['one broke', [held, { ...held, outcome: 'broke' }], '**Do not release this version.** 1 of 2 proofs broke.'],
  [
    'one was not tried',
    [held, { ...held, outcome: 'not tried' }],
    '**Not all of it was tried.** 1 of 2 proofs held, and none broke.',
  ],
  ['nothing was tried (half-finished)', [], 'Nothing was tried.'],
])('a report begins with its verdict where %s', (_kind, tried, verdict) => {
  expect(first(tried)).toBe(verdict);
});

test('a proof that broke says why, how long it took and where it is', () => {
  const report = reportOf([{ ...held, outcome: 'broke', seconds: 7_300, why: 'two decisions counted' }], about);

  expect(report).toContain(
    '- **BROKE**: a race (2.0 hours, `test/long/races.test.ts`)\n  Why: two decisions counted\n',
  );
});

test('every file of the long run is explained to a reader outside the team', () => {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const explained = readFileSync(`${root}/test/long/report.ts`, 'utf8');

  for (const file of globSync('test/long/**/*.test.ts', { cwd: root })) expect(explained).toContain(`'${file}':`);
});
