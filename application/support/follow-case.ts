import type { Case } from '#domain/case/case.ts';
import { supportFollowed, supportOwed, toSupportDueAt } from '#domain/case/to-support.ts';
import type { Moment } from '#domain/process/process.ts';
import { supportEnded } from '#domain/support/end.ts';
import { slotGivenUp, supportResumed } from '#domain/support/resume.ts';
import { changeCase } from '../change-case.ts';
import type { SupportDeps } from './deps.ts';
import { freeSlots } from './free-slots.ts';
import { handToSupport } from './hand-to-support.ts';
import { changeSupport } from './support-store.ts';

type FollowDeps = Pick<SupportDeps, 'supports' | 'slots' | 'cases' | 'now' | 'policy'>;
export type FollowCase = (reference: string) => Promise<void>;

/**
 * Brings the support of a child in line with the case: finishes a hand-over that was cut off, ends the support of a case that has
 * ended, and takes it up again where that was a mistake. The slot of an offer that ends so is free at once.
 */
export function followCase(deps: FollowDeps): FollowCase {
  return async (reference) => {
    const seen = await deps.cases.readCase(reference);
    if (!seen || toSupportDueAt(seen) === undefined) return;
    await handToSupport(deps)(reference);
    const theCase = await deps.cases.readCase(reference);
    const owed = theCase && supportOwed(theCase);
    if (!theCase || owed === undefined) return;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    if (owed === 'RESUME') await resume(deps, theCase, moment);
    else {
      const { current } = await changeSupport(deps.supports, reference, (found) => supportEnded(found, moment, owed));
      await freeSlots(deps, current);
    }
    await changeCase(deps.cases, reference, (found) =>
      supportOwed(found) === owed ? supportFollowed(found, moment) : undefined,
    );
  };
}

/** Takes the support up again, with the slot that it had given up where no other child has it by now. */
async function resume(deps: FollowDeps, { reference, reopened }: Case, moment: Moment): Promise<void> {
  const support = await deps.supports.readSupport(reference);
  if (!support) return;
  await freeSlots(deps, support);
  const given = slotGivenUp(support, reopened?.at);
  const claim = given && { offer: given.id, reference, at: moment.now };
  const stands = given && claim && (await deps.slots.claimSlot(given.slot.id, claim));
  const isFree = given !== undefined && stands?.offer === given.id;
  await changeSupport(deps.supports, reference, (found) => supportResumed(found, moment, isFree, reopened?.at));
}
