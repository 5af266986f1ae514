import type { Support } from '#domain/support/support.ts';
import { openOffer } from '#domain/support/support.ts';
import { answerBy } from '#domain/support/time.ts';
import type { SupportDeps } from './deps.ts';
import { readSupport } from './read-support.ts';

/** The support of a child, with the last day for an answer to the open offer. */
export interface ChildOffer {
  readonly support: Support;
  /** Undefined where nothing waits for an answer, or no deadline runs. */
  readonly by: string | undefined;
}

/** What a child was offered and how it stands, read consistently; undefined for a child who was never offered anything. */
export function readChildOffer(
  deps: Pick<SupportDeps, 'supports' | 'cases' | 'referrals' | 'now' | 'policy'>,
): (reference: string) => Promise<ChildOffer | undefined> {
  return async (reference) => {
    const support = await deps.supports.readSupport(reference);
    const offer = support && openOffer(support);
    if (!offer || offer.callAskedAt !== undefined) return support && { support, by: undefined };
    const { from } = await readSupport(deps, reference);
    return { support, by: from === undefined ? undefined : answerBy(from, deps.policy) };
  };
}
