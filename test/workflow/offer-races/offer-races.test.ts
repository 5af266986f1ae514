import { describe, expect, it } from 'vitest';
import type { Item } from '#adapters/records/table.ts';
import type { Broken, Plan } from './plan.ts';
import { raceForPlaces } from './play-all.ts';

const RUNS = 30;
/** The scheduler gives way to the clock of the machine at each of thousands of switches. */
const patient = { timeout: 600_000 };

/** A manager who claims a place and never comes back to offer it. */
const leaves: Partial<Plan> = {
  death: { who: 'FIRST', of: 'put SLOT', at: 1, isAfter: true, comesBack: false },
};

function neverDue({ dueKey: _key, dueAt: _at, ...item }: Item): Item {
  return { ...item };
}

describe('two places that are free at once', () => {
  it('go to a child each, whatever the order of who confirms, answers, dies and sweeps', patient, async () => {
    await expect(raceForPlaces(RUNS)).resolves.toBeUndefined();
  });

  it('are free again where who claimed one never came back (half-finished)', patient, async () => {
    await expect(raceForPlaces(5, { plan: leaves })).resolves.toBeUndefined();
  });

  it.each<[string, Broken]>([
    [
      'a place is not claimed first',
      { slots: { claimSlot: async (_slot, claim) => claim, keepSlot: async () => true } },
    ],
    ['a place that was given back stays claimed', { slots: { releaseSlot: async () => true } }],
    [
      'the sweeper does not look at old claims',
      { plan: leaves, stored: (item) => (item.sk === 'SLOT' ? neverDue(item) : item) },
    ],
  ])('are found with the wrong child, or with none, where %s', patient, async (_what, broken) => {
    await expect(raceForPlaces(RUNS, broken)).rejects.toThrow('Property failed');
  });
});
