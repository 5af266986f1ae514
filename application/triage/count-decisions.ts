import { isCanary } from '#domain/canary/mark.ts';
import type { Case } from '#domain/case/case.ts';
import { decisionsCounted } from '#domain/case/to-count.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, SettledStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

interface CountDeps {
  readonly cases: CaseStore;
  readonly settled: SettledStore;
  readonly now: Now;
  readonly policy: Policy;
}

/**
 * Counts each decision of triage that took effect, once: the case owes it until it is kept. What was cut off is done by the
 * next call.
 */
export async function countDecisions(
  deps: CountDeps,
  theCase: Pick<Case, 'reference' | 'caller' | 'toCount'>,
): Promise<void> {
  const { reference, toCount = [] } = theCase;
  if (toCount.length === 0 || isCanary(theCase)) return;
  for (const one of toCount) await deps.settled.keepSettled({ reference, ...one });
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const tasks = toCount.map(({ taskId }) => taskId);
  await changeCase(deps.cases, reference, (current) => decisionsCounted(current, moment, tasks));
}
