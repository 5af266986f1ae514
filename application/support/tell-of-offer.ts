import { executionName, type StepResult } from '#domain/process/run.ts';
import { afterTelling, toTell } from '#domain/support/follow.ts';
import { HANDED_ON, supportResult } from '#domain/support/step-result.ts';
import type { Support } from '#domain/support/support.ts';
import type { StepInput } from '../step-input.ts';
import type { SupportDeps } from './deps.ts';
import { freeSlots } from './free-slots.ts';
import { readSupport, type SupportRead } from './read-support.ts';
import { changeSupport } from './support-store.ts';

/** Tells everyone how an offer went, each once, after its slot is free for another where it was not accepted. */
export function tellOfOffer(deps: SupportDeps): (input: StepInput) => Promise<StepResult> {
  return async ({ referralId, executionName: name }) => {
    let read = await readSupport(deps, referralId);
    if (executionName(read.support) !== name) return HANDED_ON;
    await freeSlots(deps, read.support);
    // Answered in another way while people were being told: they are told of that as well.
    while (read.support.next === 'NOTIFY') read = { ...read, support: await tell(deps, read) };
    const { support, from } = await readSupport(deps, referralId);
    return supportResult(support, deps.now(), from, deps.policy);
  };
}

async function tell(deps: SupportDeps, { support, theCase, referral }: SupportRead) {
  await deps.sendNotices(support.news ? 'EXTENSION_DECIDED' : 'OFFER_ANSWERED', theCase, referral);
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const { current } = await changeSupport(deps.supports, support.reference, (found) =>
    found.next === 'NOTIFY' && told(found) === told(support) ? afterTelling(found, moment) : undefined,
  );
  return current;
}

/** What people are told of now, told from anything that came meanwhile. */
function told(support: Support): string | undefined {
  return support.news?.at ?? toTell(support);
}
