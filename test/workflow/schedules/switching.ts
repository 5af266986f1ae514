import { AsyncLocalStorage } from 'node:async_hooks';
import type * as fc from 'fast-check';
import type { Condition, Item, Table } from '#adapters/records/table.ts';

/** Who acts in a schedule: two people, the sweeper, the workflow and the clock. */
export type Who = 'FIRST' | 'SECOND' | 'SWEEPER' | 'WORKFLOW' | 'CLOCK';

/** One actor dies at its nth access to the table: before it, or after it and before the answer arrives. */
export interface Death {
  readonly who: Who;
  readonly at: number;
  readonly isAfter: boolean;
}

export class Died extends Error {}

/** The writes that hold, whatever their condition says: how a lost condition would look. */
export type Unguarded = (who: Who, item: Item) => boolean;

type Actors = Readonly<Record<Who, () => Promise<void>>>;

interface Chance {
  readonly scheduler: fc.Scheduler;
  readonly death: Death | undefined;
}

/**
 * A table on which every access of an actor waits until the scheduler lets it happen. Whoever is no actor passes at once.
 * With a death, the actor that dies throws `Died` at that access, once.
 */
export function switching(table: Table, unguarded: Unguarded = () => false) {
  const acting = new AsyncLocalStorage<Who>();
  let chance: Chance | undefined;
  const accesses = new Map<Who, number>();

  async function at<T>(what: string, access: () => Promise<T>): Promise<T> {
    const who = acting.getStore();
    if (!chance || who === undefined) return access();
    const n = (accesses.get(who) ?? 0) + 1;
    accesses.set(who, n);
    await chance.scheduler.schedule(Promise.resolve(), `${who} ${what}`);
    const { death } = chance;
    const dies = death?.who === who && death.at === n;
    if (dies && !death.isAfter) throw new Died(what);
    const answer = await access();
    if (dies) throw new Died(what);
    return answer;
  }

  const put = (item: Item, condition?: Condition) => {
    const who = acting.getStore();
    return table.put(item, who !== undefined && unguarded(who, item) ? undefined : condition);
  };

  return {
    table: {
      get: (pk, sk) => at(`get ${sk}`, () => table.get(pk, sk)),
      under: (pk, prefix) => at(`under ${prefix}`, () => table.under(pk, prefix)),
      underReversed: (...asked) => at(`under ${asked[1]}`, () => table.underReversed(...asked)),
      put: (item, condition) => at(`put ${item.sk}`, () => put(item, condition)),
      query: (query) => at(`query ${query.index}`, () => table.query(query)),
      count: (range) => at(`count ${range.index}`, () => table.count(range)),
    } satisfies Table,
    /**
     * Runs all of them to their end, in an order that the scheduler picks access by access, and then what they have set
     * going and do not wait for: a step that stayed halfway would look like one that died.
     */
    run: async (
      scheduler: fc.Scheduler,
      { death, actors, idle }: { death: Death | undefined; actors: Actors; idle: () => Promise<unknown> },
    ) => {
      chance = { scheduler, death };
      const named: readonly Who[] = ['FIRST', 'SECOND', 'SWEEPER', 'WORKFLOW', 'CLOCK'];
      await scheduler.waitFor(Promise.all(named.map((who) => acting.run(who, actors[who]))));
      await scheduler.waitFor(idle());
      chance = undefined;
    },
    /** A point of an actor that is no access to the table, such as a turn of the clock. */
    turn: (what: string) => at(what, async () => {}),
  };
}
