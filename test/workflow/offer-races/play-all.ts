import * as fc from 'fast-check';
import { holds } from './holds.ts';
import { type Broken, plans } from './plan.ts';
import { play } from './play.ts';

/** Plays so many races for two places, and throws for the first after which something does not hold. */
export async function raceForPlaces(numRuns: number, broken: Broken = {}): Promise<void> {
  const race = fc.asyncProperty(fc.scheduler(), plans, async (scheduler, plan) => {
    await holds(await play(scheduler, { ...plan, ...broken.plan }, broken));
  });
  await fc.assert(race, { numRuns, endOnFailure: true });
}
