import { standingOf } from '#application/lists/read-place.ts';
import { endedWithSupport } from '#domain/case/close-support.ts';
import { endedBefore } from '#domain/case/imported.ts';
import { withPlace } from '#domain/case/place-told.ts';
import { placeForFamily } from '#domain/lists/for-family.ts';
import { isHeldOn } from '#domain/lists/hold.ts';
import { sumOf } from '#domain/lists/tally.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import type { FamilyPageSeen } from '../../access/family-page-link.ts';
import type { FamilyPagesDeps } from '../deps.ts';
import { supportSaid } from './support-said.ts';
import { familyPageWords, standingForFamily, waitsForInWords } from './words.ts';

/** Where the child of this page is, a sentence each: the status, or the place on a list, which names no other child. */
export async function whereWeAre(
  deps: FamilyPagesDeps,
  { theCase }: FamilyPageSeen,
  support: Support | undefined,
): Promise<readonly string[]> {
  const { list } = withPlace(theCase, support);
  const isListed = theCase.status === 'ON_WAITING_LIST' || theCase.status === 'IN_SUPPORT';
  if (endedWithSupport(theCase) || endedBefore(theCase))
    return [familyPageWords.supportClosed, familyPageWords.afterSupport];
  if (theCase.parked || !isListed) return [standingForFamily(theCase.parked ? 'PARKED' : theCase.status)];
  const said = supportSaid(support, deps.now());
  if (said !== undefined) return [said];
  if (!list) return [standingForFamily(theCase.status)];
  const { tally, all } = await standingOf(deps.indexes, list);
  const [position, target] = [sumOf(tally) + 1, plainDate(list.targetOn)];
  const place = placeForFamily({
    position,
    all: Math.max(all, position),
    waitsFor: waitsForInWords(list.pathway),
    target,
  });
  return [...place, ...(list.hold && isHeldOn(list.hold, londonDateOf(deps.now())) ? [familyPageWords.held] : [])];
}
