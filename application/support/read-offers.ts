import { isDecidedJointly } from '#domain/case/joint.ts';
import { JOINT_PATHWAY } from '#domain/case/joint-left.ts';
import { firstDayOf, type Slot, slotById, slotsFrom } from '#domain/lists/capacity.ts';
import type { ListName } from '#domain/lists/entry.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import { type Candidate, type Proposal, proposeAll } from '#domain/lists/propose.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { CaseStore, Indexes } from '#domain/ports/stores.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam } from '../access/read-team.ts';
import { type PlacedRow, readWholeList } from '../lists/read-list.ts';
import { LISTS } from '../lists/read-lists.ts';
import { readCapacity } from '../lists/write-capacity.ts';
import { candidateOf } from './candidate.ts';
import type { SupportDeps } from './deps.ts';

/** A slot that no child has, with the first day on which it takes place, and the next child for it. */
export interface FreeSlot {
  readonly slot: Slot;
  /** Undefined where there is none within four months. */
  readonly firstOn: string | undefined;
  readonly proposal: Proposal;
}

/** Every free slot, and the references of every child with an offer that is open or accepted and has not begun, list by list. */
export interface OffersNow {
  readonly free: readonly FreeSlot[];
  readonly out: readonly string[];
}

type OneList = Parameters<typeof listKey>[0];

export interface OffersDeps extends Pick<SupportDeps, 'supports' | 'slots' | 'team' | 'config' | 'policy' | 'now'> {
  readonly cases: Pick<CaseStore, 'readCase'>;
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
  readonly indexes: Pick<Indexes, 'list'>;
}

/**
 * What can be offered now, to whom, and what is offered already: on every list, or on this one. Each list is read whole, once, and
 * of each slot who has it. A child costs no read beside, however many wait.
 */
export function readOffers(deps: OffersDeps): (only?: OneList) => Promise<OffersNow> {
  return async (only) => {
    const today = londonDateOf(deps.now());
    const isAsked = (list: OneList) => only === undefined || listKey(list) === listKey(only);
    const asked = LISTS.filter(isAsked);
    const [capacity, team, lists] = await Promise.all([
      readCapacity(deps)(),
      readTeam(deps)(),
      Promise.all(asked.map((list) => readCandidates(deps, list))),
    ]);
    const slots = slotsFrom(capacity, team, today).filter(isAsked);
    const claims = await Promise.all(slots.map(({ id }) => deps.slots.readSlot(id)));
    const unclaimed = slots.filter((_, index) => claims[index]?.claim === undefined);
    const inOrderOf = (slot: OneList) => lists.find(({ list }) => listKey(list) === listKey(slot))?.inOrder ?? [];
    const days = { capacity, team, calendar: deps.policy };
    return {
      free: proposeAll(unclaimed, inOrderOf, today).map(({ slot, proposal }) => ({
        ...{ slot, proposal },
        firstOn: firstDayOf(slot, days, today),
      })),
      out: lists.flatMap(({ out }) => out),
    };
  };
}

/** A free slot with the child who is next for it; undefined where none of this id is free. Reads no list but its own. */
export async function readFreeSlot(deps: OffersDeps, id: string): Promise<FreeSlot | undefined> {
  const slot = slotById(await readCapacity(deps)(), id);
  return slot && (await readOffers(deps)(slot)).free.find((one) => one.slot.id === id);
}

/** One list as proposals see it. The index is a hint: an offer is made by what stands in the item itself. */
async function readCandidates(deps: OffersDeps, list: ListName) {
  const read = await readWholeList(deps.indexes, list, NO_ONE);
  const inOrder = await Promise.all(
    read.map(async (placed): Promise<Candidate> => {
      const [support, isDecided] = await Promise.all([supportOf(deps, placed), isDecidedFor(deps, list, placed)]);
      return candidateOf(list, placed, support, isDecided);
    }),
  );
  const isOut = ({ entry: { offered } }: Candidate) => offered !== undefined;
  return { list, inOrder, out: inOrder.filter(isOut).map(({ reference }) => reference) };
}

/**
 * Whether other services said yes, or none decides with us on this list. Of a place that a support holds the index does not say
 * it, so that the case is read: of the few who had an offer before.
 */
async function isDecidedFor(deps: OffersDeps, { pathway }: ListName, { row }: PlacedRow): Promise<boolean> {
  if (pathway !== JOINT_PATHWAY || row.more?.joint === 'YES' || row.more?.offered !== undefined) return true;
  if (row.holder === 'CASE') return false;
  const theCase = await deps.cases.readCase(row.reference);
  return theCase !== undefined && isDecidedJointly(theCase);
}

/** The support of a child of whom the index does not say whether they can be offered something: its row is of an earlier release. */
async function supportOf(deps: OffersDeps, { row }: PlacedRow): Promise<Support | undefined> {
  const isKnown = row.holder === 'CASE' || row.more?.kept !== undefined || row.more?.offered !== undefined;
  return isKnown ? undefined : deps.supports.readSupport(row.reference);
}
