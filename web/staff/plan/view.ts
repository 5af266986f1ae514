import { actorInWords } from '#domain/people/actor.ts';
import type { PlanEdition } from '#domain/plan/plan.ts';
import type { Policy } from '#domain/service/policy.ts';
import { agreedSessions, sessionsOf } from '#domain/support/block.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { progressInWords, planWords as words } from './words.ts';

/** A plan as staff and families read it. */
export function planView(plan: Pick<PlanEdition, 'outcomes' | 'activities' | 'others' | 'writtenWith' | 'by' | 'at'>) {
  const { activities, others, writtenWith, by, at } = plan;
  return {
    said: words.writtenOn(plainDate(londonDateOf(at)), actorInWords(by), writtenWith),
    outcomes: plan.outcomes.map(({ id, what, steps, progress }) => ({
      ...{ id, what, steps, progress },
      howFar: progressInWords(progress),
    })),
    ...{ activities, others },
  };
}

/** How many weekly sessions took place, of how many; of a child who is not visited, that they are in a group. */
export function supportInWords({ block }: Support, policy: Policy): string {
  return block ? words.sessions(sessionsOf(block), policy.maxSessions + agreedSessions(block)) : words.inGroup;
}
