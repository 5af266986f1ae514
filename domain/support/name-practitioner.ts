import type { Actor } from '../people/actor.ts';
import type { Moment } from '../process/process.ts';
import { timeOfDaySchema } from '../values/working-calendar.ts';
import { HOME_VISITING, isVisited } from './block.ts';
import type { Block } from './block-shape.ts';
import { changed } from './change.ts';
import { givenUp } from './give-up.ts';
import { holdsSlot, type Offer, type OfferedSlot } from './offer.ts';
import { offerOf, type Support } from './support.ts';

/** A weekly visit of the colleague who takes over, claimed under this id. */
export interface TakenSlot {
  readonly id: string;
  readonly slot: OfferedSlot;
}

/** Who visits from now on, as a manager says it, and how many weekly sessions there were before anyone kept them here. */
export interface Named {
  readonly practitioner: string;
  /** Undefined where the times are still to be agreed. */
  readonly taken?: TakenSlot | undefined;
  readonly sessionsBefore: number;
  readonly by: Actor;
}

/**
 * The support with this colleague as the one who visits; its block begins where there was none. A weekly visit that the child had
 * is given back, so that another family can have it, and the visit that is planned stays. Undefined where the child is not visited,
 * and where it is this colleague at this time already.
 */
export function practitionerNamed(support: Support, moment: Moment, named: Named): Support | undefined {
  const { block: before, moveBy } = support;
  const { practitioner, taken, by } = named;
  if (!isVisited(support) || isSame(support, named)) return undefined;
  const block = before ? handedOver(before, named) : begun(moment, named);
  const given = before || taken ? givenUp(support, moment, 'TAKEN_BACK') : { patch: {}, events: [] };
  const { offers = support.offers } = given.patch;
  return changed(
    support,
    moment,
    { ...given.patch, ...(taken && { offers: [...offers, agreed(taken, by, moment)] }), block, moveBy },
    ...given.events,
    { event: 'PRACTITIONER_NAMED', by, person: practitioner },
  );
}

/** Who takes over visits at times of their own: those of the colleague before are another family's. */
function handedOver({ weekly: _theirs, ...block }: Block, { practitioner, taken }: Named): Block {
  return { ...block, practitioner, ...weeklyOf(taken) };
}

function begun({ now }: Moment, { practitioner, taken, sessionsBefore }: Named): Block {
  const before = sessionsBefore > 0 ? { sessionsBefore } : {};
  return { pathway: HOME_VISITING, practitioner, ...weeklyOf(taken), since: now, visits: [], ...before };
}

function weeklyOf(taken: TakenSlot | undefined): Pick<Block, 'weekly'> {
  const at = timeOfDaySchema.safeParse(taken?.slot.at).data;
  return taken && at !== undefined ? { weekly: { day: taken.slot.day, at } } : {};
}

function isSame(support: Support, { practitioner, taken }: Named): boolean {
  if (taken && offerOf(support, taken.id)) return true;
  if (support.block?.practitioner !== practitioner) return false;
  return taken === undefined || slotHeld(support)?.id === taken.slot.id;
}

/** What the family agreed to on the phone: it stands as an offer that was accepted, and holds its slot like one. */
function agreed({ id, slot }: TakenSlot, by: Actor, { now }: Moment): Offer {
  return { id, slot, madeAt: now, by, answer: { what: 'ACCEPTED', at: now, by, way: 'STAFF' } };
}

/** The weekly visit or the place that this child has now; undefined where there is none. */
export function slotHeld({ offers }: Pick<Support, 'offers'>): OfferedSlot | undefined {
  const last = offers.at(-1);
  return last && holdsSlot(last) ? last.slot : undefined;
}
