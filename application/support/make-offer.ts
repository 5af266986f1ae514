import { isDecidedJointly } from '#domain/case/joint.ts';
import { JOINT_PATHWAY } from '#domain/case/joint-left.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { whyNoFit } from '#domain/lists/propose.ts';
import type { Actor } from '#domain/people/actor.ts';
import { offerMade, whyNotOffered } from '#domain/support/make.ts';
import type { OfferedSlot } from '#domain/support/offer.ts';
import { offerOf } from '#domain/support/support.ts';
import { londonDateOf, plusMinutes } from '#domain/values/dates.ts';
import type { SupportDeps } from './deps.ts';
import { handToSupport } from './hand-to-support.ts';
import { changeSupport } from './support-store.ts';

type OfferDeps = Pick<SupportDeps, 'supports' | 'slots' | 'cases' | 'now' | 'policy'>;

/** A slot for a child, as a manager confirmed it. */
export interface OfferCommand {
  readonly reference: string;
  readonly offer: string;
  readonly slot: OfferedSlot;
  readonly by: Actor;
}

/** MADE also for a form that is sent again. TAKEN: another child has the slot. `why`: the child can be offered nothing now. */
export type OfferResult =
  | { readonly kind: 'MADE' | 'TAKEN' | 'STALE' }
  | { readonly kind: 'REFUSED'; readonly why: string };

/** A claim that is older is near its release by the sweeper: who comes that late, or took that long, confirms anew. In minutes. */
const FRESH_MINUTES = 5;

/**
 * Offers a slot to a child: claims the slot by the offer's id, then writes the offer. Each is one conditional write, so that of
 * two at once one child gets a slot, and one slot goes to one child. A claim whose offer was not made is released.
 */
export function makeOffer(deps: OfferDeps): (command: OfferCommand) => Promise<OfferResult> {
  return async ({ reference, offer, slot, by }) => {
    const claim = await deps.slots.claimSlot(slot.id, { offer, reference, at: deps.now() });
    if (claim.offer !== offer || claim.reference !== reference) return { kind: 'TAKEN' };
    const known = await deps.supports.readSupport(reference);
    if (known && offerOf(known, offer)) return { kind: 'MADE' };
    const isFresh = () => claim.at >= plusMinutes(deps.now(), -FRESH_MINUTES);
    if (!isFresh()) return { kind: 'STALE' };
    const why = await offerTo(deps, { reference, offer, slot, by }, isFresh);
    if (why === undefined) return { kind: 'MADE' };
    if (!isFresh()) return { kind: 'STALE' };
    await deps.slots.releaseSlot(slot.id, offer, deps.now());
    return { kind: 'REFUSED', why };
  };
}

/**
 * Why the offer was not made; undefined when it was. A child whom the slot does not fit stays where they are. Whether the claim is
 * fresh is asked at the last moment before the offer is written, for this may have taken long.
 */
async function offerTo(
  deps: OfferDeps,
  { reference, offer, slot, by }: OfferCommand,
  isFresh: () => boolean,
): Promise<string | undefined> {
  const moment = { now: deps.now(), policyVersion: deps.policy.version };
  const whyNot = ({ list }: { readonly list: ListEntry | null }) =>
    list ? whyNoFit(list, slot, londonDateOf(moment.now)) : undefined;
  const theCase = await deps.cases.readCase(reference);
  if (slot.pathway === JOINT_PATHWAY && !(theCase && isDecidedJointly(theCase))) return 'NOT_DECIDED_JOINTLY';
  const inCase = theCase ? whyNot(theCase) : undefined;
  if (inCase !== undefined) return inCase;
  if (!(await handToSupport(deps)(reference))) return 'NOT_WAITING';
  const { current } = await changeSupport(deps.supports, reference, (found) =>
    isFresh() && whyNot(found) === undefined && found.toRing === undefined
      ? offerMade(found, moment, { id: offer, slot, by })
      : undefined,
  );
  if (offerOf(current, offer)) return undefined;
  return whyNotOffered(current) ?? whyNot(current) ?? (current.toRing ? 'TO_RING' : 'OFFERED');
}
