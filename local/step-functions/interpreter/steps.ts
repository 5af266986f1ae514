import type { Draft } from '../execution.ts';
import { canGoOn } from '../moving.ts';
import { advance } from './advance.ts';
import type { World } from './world.ts';

const MOST_STEPS = 64;

/** As far as the execution gets without anything outside it: none of its steps needs a write of its own. At most 64 at a time. */
export async function takeSteps(draft: Draft, world: World): Promise<void> {
  for (let step = 0; step < MOST_STEPS && canGoOn(draft.execution); step += 1) await advance(draft, world);
}
