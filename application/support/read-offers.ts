import { firstDayOf, type Slot, slotsFrom } from '#domain/lists/capacity.ts';
import { type Candidate, type Proposal, proposeAll } from '#domain/lists/propose.ts';
import { NO_ONE } from '#domain/lists/tally.ts';
import type { CapacityStore } from '#domain/ports/capacity-store.ts';
import type { Indexes } from '#domain/ports/stores.ts';
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

/** Every free slot, and every support with an offer that is open or accepted and has not begun. */
export interface OffersNow {
  readonly free: readonly FreeSlot[];
  readonly out: readonly Support[];
}

export interface OffersDeps extends Pick<SupportDeps, 'supports' | 'slots' | 'team' | 'config' | 'policy' | 'now'> {
  readonly capacity: Pick<CapacityStore, 'readCapacity'>;
  readonly indexes: Pick<Indexes, 'list'>;
}

/** What can be offered now, to whom, and what is offered already. Each list is read whole, once; each slot and support too. */
export function readOffers(deps: OffersDeps): () => Promise<OffersNow> {
  return async () => {
    const today = londonDateOf(deps.now());
    const [capacity, team, lists] = await Promise.all([readCapacity(deps)(), readTeam(deps)(), readCandidates(deps)]);
    const slots = slotsFrom(capacity, team, today);
    const claims = await Promise.all(slots.map(({ id }) => deps.slots.readSlot(id)));
    const unclaimed = slots.filter((_, index) => claims[index]?.claim === undefined);
    const inOrderOf = ({ pathway, locality }: Pick<Slot, 'pathway' | 'locality'>) =>
      lists.find((list) => list.pathway === pathway && list.locality === locality)?.inOrder ?? [];
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

/** Every list as proposals see it. The index is a hint: an offer is made by what stands in the item itself. */
async function readCandidates(deps: OffersDeps) {
  return Promise.all(
    LISTS.map(async (list) => {
      const read = await readWholeList(deps.indexes, list, NO_ONE);
      const supports = await Promise.all(read.map((placed) => supportOf(deps, placed)));
      const inOrder: Candidate[] = read.map((placed, index) => candidateOf(list, placed, supports[index]));
      const out = supports.flatMap((one) => (one?.list?.offered === undefined ? [] : [one]));
      return { ...list, inOrder, out };
    }),
  );
}

async function supportOf(deps: OffersDeps, { row }: PlacedRow): Promise<Support | undefined> {
  return row.holder === 'SUPPORT' ? deps.supports.readSupport(row.reference) : undefined;
}
