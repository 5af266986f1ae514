import type { Case } from '#domain/case/case.ts';
import { familyTimeRuns } from '#domain/case/time-of-family.ts';
import { cameBackNth, toldAbout } from '#domain/case/told.ts';
import { hasFailed } from '#domain/case/unreached.ts';
import type { FamilyFacts } from '#domain/safe-contact/facts.ts';
import { openOffer, type Support } from '#domain/support/support.ts';
import { offeredAbout } from '#domain/support/told.ts';

/**
 * Since when the family can answer the open offer: from the first email, posted letter or call about it. Undefined while a
 * format, a language or an interpreter is still to be arranged, and while nothing has reached them. An email that came back
 * reached no one: then it counts from when someone told them.
 */
export function familyTimeFrom(
  support: Support,
  theCase: Pick<Case, 'told' | 'reopened' | 'unreached'>,
  family: Pick<FamilyFacts, 'communication'>,
): string | undefined {
  const offer = openOffer(support);
  if (!offer) return undefined;
  const abouts = offeredAbout(support);
  const told = abouts.map((about) => toldAbout(theCase, about)).filter((one) => one && one.how !== 'NOT_TOLD');
  if (!abouts.some((about) => familyTimeRuns(theCase, about, family))) return undefined;
  const isBack = hasFailed(theCase, (notice) => notice.startsWith(`OFFER-${offer.id}-`));
  const instead = (theCase.told ?? []).filter(
    ({ about, how, at }) => cameBackNth(about) !== undefined && how !== 'NOT_TOLD' && at > offer.madeAt,
  );
  return [isBack ? instead.at(0)?.at : offer.reachedAt, ...told.map((one) => one?.at)]
    .filter((at) => at !== undefined)
    .sort()
    .at(0);
}
