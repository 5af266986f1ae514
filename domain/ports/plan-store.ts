import type { Plan, PlanEdition } from '../plan/plan.ts';

/** Where plans are kept: one item a child, changed by one conditional write at a time, with its earlier editions beside it. */
export interface PlanStore {
  readPlan(reference: string): Promise<Plan | undefined>;
  /** Replaces the plan read as `version - 1` (0: there was none); false, with nothing written, when someone was faster. */
  savePlan(plan: Plan): Promise<boolean>;
  /** True when this call kept it; false when one of its number is there. */
  keepEdition(edition: PlanEdition): Promise<boolean>;
  /** Every earlier edition, oldest first. */
  editionsOf(reference: string): Promise<readonly PlanEdition[]>;
}
