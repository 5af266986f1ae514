import type { CaseStore } from '#domain/ports/stores.ts';
import type { SupportStore } from '#domain/ports/support-stores.ts';
import { cameToNothingLately } from '#domain/support/closing-reasons.ts';

/** The answers after which an offer came to nothing. */
const NOTHING: readonly string[] = ['DECLINED', 'NO_ANSWER'];

/**
 * How often it came to nothing with a family: first visits that were missed, offers that were declined or not answered, and visits
 * that they cancelled or missed. A
 * pattern of them counts as a child whom no one sees.
 */
export function cameToNothing(deps: {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly supports: Pick<SupportStore, 'readSupport'>;
}): (reference: string) => Promise<number> {
  return async (reference) => {
    const [theCase, support] = await Promise.all([
      deps.cases.readCase(reference),
      deps.supports.readSupport(reference),
    ]);
    const offers = (support?.offers ?? []).filter(({ answer }) => answer && NOTHING.includes(answer.what));
    return (theCase?.assessment?.missed.length ?? 0) + offers.length + cameToNothingLately(support ?? {});
  };
}
