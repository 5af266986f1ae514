import type * as z from 'zod';
import type { Actor } from '#domain/people/actor.ts';
import { planPrinted, planWritten, progressNoted } from '#domain/plan/write.ts';
import type { PlanStore } from '#domain/ports/plan-store.ts';
import type { Now } from '#domain/ports/services.ts';
import type { Policy } from '#domain/service/policy.ts';
import { type CommandProblem, readCommand } from '../command.ts';
import { changePlan, type PlanChange } from './change-plan.ts';
import { type PlanFault, planCommandSchema, planFaults, progressCommandSchema } from './plan-command.ts';

export interface PlanDeps {
  readonly plans: PlanStore;
  readonly policy: Policy;
  readonly now: Now;
}

export type PlanResult = PlanChange | { readonly problems: readonly CommandProblem<PlanFault>[] };

/** Everything that people do with the plans of children. Each of them is safe to send again. */
export function doPlans(deps: PlanDeps) {
  const moment = () => ({ now: deps.now(), policyVersion: deps.policy.version });
  return {
    writePlan: async (reference: string, typed: z.input<typeof planCommandSchema>, by: Actor): Promise<PlanResult> => {
      const read = readCommand(planCommandSchema, planFaults, typed);
      if ('problems' in read) return read;
      const { seen, ...words } = read.command;
      return changePlan(deps.plans, reference, (plan) =>
        planWritten({ reference, plan }, moment(), words, { seen, by }),
      );
    },
    noteProgress: async (reference: string, typed: unknown, by: Actor): Promise<PlanChange> => {
      const said = progressCommandSchema.parse(typed);
      return changePlan(deps.plans, reference, (plan) => plan && progressNoted(plan, moment(), said, by));
    },
    /** Notes that the plan is printed for this adult, before it is shown for printing. */
    notePrint: async (reference: string, adult: number, hasPlaces: boolean, by: Actor): Promise<PlanChange> =>
      changePlan(deps.plans, reference, (plan) => plan && planPrinted(plan, moment(), { adult, hasPlaces, by })),
  };
}
