import { started } from '#domain/process/process.ts';
import { executionName, type StepResult } from '#domain/process/run.ts';
import { supportProcess } from '#domain/support/change.ts';
import { waitOver } from '#domain/support/follow.ts';
import { HANDED_ON, supportResult } from '#domain/support/step-result.ts';
import type { Support } from '#domain/support/support.ts';
import type { StepInput } from '../step-input.ts';
import type { SupportDeps } from './deps.ts';
import { readSupport } from './read-support.ts';
import { changeSupport } from './support-store.ts';

/**
 * Looks at where a support stands, by its record and by the clock: when its workflow begins and whenever a wait is over. Reminds
 * the family, ends an offer that no one answered in time, and has a fresh execution take over in time. It may run twice.
 */
export function followSupport(deps: SupportDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, executionName: name }) => {
    const { theCase, referral, from } = await readSupport(deps, referralId);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current } = await changeSupport(deps.supports, referralId, (found) => {
      if (executionName(found) !== name) return undefined;
      const seen = started(supportProcess, found, moment);
      return waitOver(seen, moment, from, deps.policy) ?? seen;
    });
    if (executionName(current) !== name) return HANDED_ON;
    if (isReminded(current)) await deps.sendNotices('OFFER_REMINDED', theCase, referral);
    return supportResult(current, deps.now(), from, deps.policy);
  };
}

/** Also for a retry of the step: each notice goes once. */
function isReminded({ next, offers }: Support): boolean {
  return next === 'OFFER' && offers.at(-1)?.remindedAt !== undefined;
}
