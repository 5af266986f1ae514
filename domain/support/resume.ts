import type { ListEntry, Place } from '../lists/entry.ts';
import { placeOf } from '../lists/place.ts';
import { MACHINE } from '../people/actor.ts';
import { type Moment, restarted } from '../process/process.ts';
import { withoutOffer } from './answer.ts';
import type { Block } from './block-shape.ts';
import { changed, supportProcess } from './change.ts';
import { openExtension } from './extension.ts';
import { holdsSlot, type Offer } from './offer.ts';
import type { Support } from './support.ts';

/**
 * The slot that a support which had begun gave up when its case ended, as an offer of its own: so a late release of the old claim takes
 * nothing from the child. Undefined where it gave up none.
 */
export function slotGivenUp(
  { ended, offers }: Pick<Support, 'ended' | 'offers'>,
  reopenedAt?: string,
): Offer | undefined {
  const last = offers.at(-1);
  if (ended?.before.status !== 'STARTED' || !last || holdsSlot(last)) return undefined;
  // What was given back before, as another colleague took over, is not what the end gave up.
  if (staysClosed(ended, reopenedAt) || last.ended?.why === 'TAKEN_BACK') return undefined;
  const { ended: _gone, ...offer } = last;
  return { ...offer, id: `${offer.id}R${offers.length}` };
}

/**
 * The support as it stood before its case ended by mistake. `isFree`: the slot that it had given up is this child's again. Where
 * another child has it, visits go on at times to be agreed, and a child of a group waits again with the dates from before. What
 * staff had closed stays closed, and its case is to be closed, unless they reopened it since. Undefined where it has not ended.
 */
export function supportResumed(
  support: Support,
  moment: Moment,
  isFree = false,
  reopenedAt?: string,
): Support | undefined {
  const { ended, ...rest } = support;
  if (!ended) return undefined;
  if (staysClosed(ended, reopenedAt)) return changed(support, moment, { toClose: moment.now });
  const { status, list } = ended.before;
  if (status === 'STARTED') return begunAgain(rest, moment, slotGivenUp(support, reopenedAt), isFree);
  return waitingAgain(rest, moment, status, list && withoutOffer(list));
}

/** Whether staff closed it, and no one took that back. */
function staysClosed({ by, at }: NonNullable<Support['ended']>, reopenedAt: string | undefined): boolean {
  return by !== undefined && (reopenedAt === undefined || at > reopenedAt);
}

function begunAgain(rest: Support, moment: Moment, given: Offer | undefined, isFree: boolean): Support {
  const { block, started, offers, ...others } = rest;
  const place = started?.place;
  if (!block && given && !isFree && place)
    return waitingAgain({ ...others, offers }, moment, 'WAITING', entryOf(place));
  const held = given && isFree ? [...offers, given] : offers;
  const status = { status: 'STARTED', list: null, offers: held } as const;
  const resumed = { event: 'SUPPORT_RESUMED', by: MACHINE } as const;
  if (!block) return changed(rest, moment, status, resumed);
  const next = openExtension(block) ? 'EXTENSION' : 'BLOCK';
  const again = { ...status, next, block: given && !isFree ? withoutDay(block) : block } as const;
  return restarted(supportProcess, changed(rest, moment, again, resumed), moment, MACHINE);
}

function waitingAgain(rest: Support, moment: Moment, status: Support['status'], list: ListEntry | null): Support {
  const back = list ? ([{ event: 'LIST_RETURNED', by: MACHINE, place: placeOf(list) }] as const) : [];
  return changed(rest, moment, { status, list }, { event: 'SUPPORT_RESUMED', by: MACHINE }, ...back);
}

/** The weekday and the time are another family's now. */
function withoutDay({ weekly: _theirs, ...block }: Block): Block {
  return block;
}

/** A hold does not come back with a place. */
function entryOf({ held: _over, ...place }: Place): ListEntry {
  return place;
}
