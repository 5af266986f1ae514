import { supportProcess } from '#domain/support/change.ts';
import { supportResult } from '#domain/support/step-result.ts';
import type { Support } from '#domain/support/support.ts';
import type { SweptKind } from '../sweep/sweep-workflow.ts';
import type { SupportDeps } from './deps.ts';
import { readSupport } from './read-support.ts';
import { supportsAsAggregates } from './support-store.ts';

/** Supports as the sweeper settles, starts, wakes and watches them. */
export function sweptSupports(
  deps: Pick<SupportDeps, 'supports' | 'cases' | 'referrals' | 'policy' | 'now'>,
): SweptKind<Support> {
  return {
    process: supportProcess,
    store: supportsAsAggregates(deps.supports),
    answer: async (support) => {
      const { from } = await readSupport(deps, support.reference);
      return supportResult(support, deps.now(), from, deps.policy);
    },
  };
}
