import { earlierFound } from '#domain/case/earlier.ts';
import { type Earlier, inheritedFrom } from '#domain/lists/inherit.ts';
import { placeOf } from '#domain/lists/place.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';

interface EarlierDeps {
  readonly cases: CaseStore;
  readonly supports: Pick<SupportStore, 'readSupport'>;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Notes in a new referral from when the child waited before, where an earlier one was closed a short time ago: the clock is never
 * reset in silence. It may run twice.
 */
export function recordEarlier(deps: EarlierDeps): (reference: string, earlier: string) => Promise<void> {
  return async (reference, of) => {
    const earlier = await readEarlier(deps, of);
    if (!earlier) return;
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    await changeCase(deps.cases, reference, (current) => earlierFound(current, moment, earlier));
  };
}

async function readEarlier({ cases, supports, now }: EarlierDeps, of: string): Promise<Earlier | undefined> {
  const [theCase, support] = await Promise.all([cases.readCase(of), supports.readSupport(of)]);
  const { ended, started } = support ?? {};
  const place = ended?.before.list ? placeOf(ended.before.list) : started?.place;
  const given = ended && place ? { at: ended.at, why: ended.why, place } : undefined;
  const left = given ?? theCase?.left;
  return (left && inheritedFrom(of, left, now())) ?? theCase?.earlier;
}
