import { describe, expect, it } from 'vitest';
import type { Broken } from './play.ts';
import { playAll } from './play-all.ts';

const RUNS = 200;
/** The scheduler gives way to the clock of the machine at each of thousands of switches. */
const patient = { timeout: 600_000 };

const isCase = ({ sk }: { readonly sk: string }) => sk === 'CASE';

describe('two people, a sweeper, a workflow and a crash', () => {
  it('leave one outcome, whatever the order of what they read and write', patient, async () => {
    await expect(playAll(RUNS)).resolves.toBeUndefined();
  });

  it.each<[string, Broken]>([
    ['the condition on an open task is lost', { unguarded: (who, item) => isCase(item) && who === 'SECOND' }],
    ['a decision can be undone after it has settled', { unguarded: (who, item) => isCase(item) && who === 'FIRST' }],
    ['a wake-up is lost', { workflow: { wake: async () => 'WOKEN' } }],
  ])('are found out where %s', patient, async (_what, broken) => {
    await expect(playAll(RUNS, broken)).rejects.toThrow('Property failed');
  });
});
