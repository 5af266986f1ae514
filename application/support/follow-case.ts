import { supportFollowed, supportOwed, toSupportDueAt } from '#domain/case/to-support.ts';
import { supportEnded, supportResumed } from '#domain/support/end.ts';
import { changeCase } from '../change-case.ts';
import type { SupportDeps } from './deps.ts';
import { freeSlots } from './free-slots.ts';
import { handToSupport } from './hand-to-support.ts';
import { changeSupport } from './support-store.ts';

export type FollowCase = (reference: string) => Promise<void>;

/**
 * Brings the support of a child in line with the case: finishes a hand-over that was cut off, ends the support of a case that has
 * ended, and takes it up again where that was a mistake. The slot of an offer that ends so is free at once.
 */
export function followCase(deps: Pick<SupportDeps, 'supports' | 'slots' | 'cases' | 'now' | 'policy'>): FollowCase {
  return async (reference) => {
    const seen = await deps.cases.readCase(reference);
    if (!seen || toSupportDueAt(seen) === undefined) return;
    await handToSupport(deps)(reference);
    const theCase = await deps.cases.readCase(reference);
    const owed = theCase && supportOwed(theCase);
    if (!theCase || owed === undefined) return;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current } = await changeSupport(deps.supports, reference, (found) =>
      owed === 'RESUME' ? supportResumed(found, moment) : supportEnded(found, moment, owed),
    );
    await freeSlots(deps, current);
    await changeCase(deps.cases, reference, (found) =>
      supportOwed(found) === owed ? supportFollowed(found, moment) : undefined,
    );
  };
}
