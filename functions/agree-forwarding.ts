import { forwardingAgreed } from '#domain/case/answer.ts';
import type { Case } from '#domain/case/case.ts';
import type { Policy } from '#domain/policy.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { changeCase } from './change-case.ts';

/** Records that the parents agree to the advisory teachers seeing the referral; once, and only for a redirected one. */
export function agreeForwarding(deps: {
  cases: CaseStore;
  now: Now;
  policy: Policy;
}): (input: { reference: string; by: string }) => Promise<'AGREED' | 'ALREADY' | 'CLOSED'> {
  return async ({ reference, by }) => {
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase, saved } = await changeCase(deps.cases, reference, (current) =>
      current.outcome === 'REDIRECTED_EY_ADVISORY' && !hasAgreed(current)
        ? forwardingAgreed(current, moment, by)
        : undefined,
    );
    if (saved) return 'AGREED';
    return hasAgreed(theCase) ? 'ALREADY' : 'CLOSED';
  };
}

function hasAgreed(theCase: Case): boolean {
  return theCase.history.some(({ event }) => event === 'FORWARDING_AGREED');
}
