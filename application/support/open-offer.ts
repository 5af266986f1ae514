import { FromALaterRelease } from '#domain/problems/errors.ts';
import { wakeOwed } from '#domain/process/process.ts';
import { executionName, type StepResult } from '#domain/process/run.ts';
import { supportProcess } from '#domain/support/change.ts';
import { offerTakenBack } from '#domain/support/end.ts';
import { reachedFamily, waitAt, waitOpened } from '#domain/support/follow.ts';
import { HANDED_ON, supportResult } from '#domain/support/step-result.ts';
import { openOffer, type Support, supportWaitSchema } from '#domain/support/support.ts';
import type { StepInput } from '../step-input.ts';
import type { SupportDeps } from './deps.ts';
import { familyTimeFrom } from './family-time.ts';
import { readSupport } from './read-support.ts';
import { changeSupport } from './support-store.ts';

/**
 * Parks the workflow with the family, or until support begins. The family is offered the slot first, each adult as it is safe:
 * by email, by a letter or a call that staff are asked for. Where what would be waited for has happened, a wake-up is owed.
 */
export function offerSupport(deps: SupportDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, executionName: name, token = '', kind: asked }) => {
    const kind = supportWaitSchema.safeParse(asked).data;
    if (!kind) throw new FromALaterRelease('A wait of a kind that this release does not know is to be opened.');
    const before = await readSupport(deps, referralId);
    if (executionName(before.support) !== name) return HANDED_ON;
    const isOffered = kind === 'OFFER' && before.support.next === 'OFFER';
    const support = isOffered ? await offer(deps, before) : before.support;
    if (kind === 'EXTENSION' && support.next === 'EXTENSION')
      await deps.sendNotices('EXTENSION_ASKED', before.theCase, before.referral);
    const from = familyTimeFrom(support, before.theCase, before.referral);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { current } = await changeSupport(deps.supports, referralId, (found) =>
      waitAt(found.next) === kind
        ? waitOpened(found, moment, { kind, token, from }, deps.policy)
        : wakeOwed(supportProcess, found, moment, token),
    );
    return supportResult(current, deps.now(), from, deps.policy);
  };
}

/** Tells the family of the offer, each adult once, and notes since when an email about it is with one of them. */
async function offer(deps: SupportDeps, read: Awaited<ReturnType<typeof readSupport>>): Promise<Support> {
  const { support, theCase, referral } = read;
  const { id, slot } = openOffer(support) ?? {};
  if (id === undefined || slot === undefined) return support;
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  // Claimed first, by the offer's id: whoever's claim stands has the slot.
  if (!(await deps.slots.keepSlot(slot.id, id, moment.now)))
    return (await changeSupport(deps.supports, support.reference, (found) => offerTakenBack(found, moment))).current;
  const sent = await deps.sendNotices('OFFERED', theCase, referral);
  const isReached = sent.some(({ owed, state }) => owed.kind === 'OFFER' && state === 'SENT');
  if (!isReached) return support;
  return (await changeSupport(deps.supports, support.reference, (found) => reachedFamily(found, moment, id))).current;
}
