import type { Plan } from '#domain/plan/plan.ts';
import { editionOf } from '#domain/plan/write.ts';
import type { PlanStore } from '#domain/ports/plan-store.ts';
import { Transient } from '#domain/problems/errors.ts';

/** Races lost in a row before it gives up. */
const ATTEMPTS = 25;

/** The plan as it is now; undefined while no one has written one. `refused`: why it was not changed. */
export interface PlanChange {
  readonly plan: Plan | undefined;
  readonly refused?: 'CHANGED';
}

/**
 * Changes a plan by one conditional write, and begins again where another was faster. An edition that is written over is kept
 * first: cut off in between, it stands there as it still reads. `change` answers undefined to leave the plan as it is.
 */
export async function changePlan(
  plans: PlanStore,
  reference: string,
  change: (current: Plan | undefined) => Plan | undefined | { readonly refused: 'CHANGED' },
): Promise<PlanChange> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await plans.readPlan(reference);
    const next = change(current);
    if (!next) return { plan: current };
    if ('refused' in next) return { plan: current, refused: next.refused };
    if (current && current.edition !== next.edition) await plans.keepEdition(editionOf(current));
    const versioned = { ...next, version: (current?.version ?? 0) + 1 };
    if (await plans.savePlan(versioned)) return { plan: versioned };
  }
  throw new Transient(`The plan of ${reference} changed too often to be saved.`);
}
