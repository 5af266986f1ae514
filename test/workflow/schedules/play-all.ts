import * as fc from 'fast-check';
import { holds } from './holds.ts';
import { type Broken, plans, play } from './play.ts';

/** Plays so many schedules, and throws for the first after which something does not hold. */
export async function playAll(numRuns: number, broken: Broken = {}): Promise<void> {
  const schedule = fc.asyncProperty(fc.scheduler(), plans, async (scheduler, plan) => {
    await holds(await play(scheduler, plan, broken));
  });
  await fc.assert(schedule, { numRuns, endOnFailure: true });
}
