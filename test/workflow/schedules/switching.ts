import { AsyncLocalStorage } from 'node:async_hooks';
import type * as fc from 'fast-check';
import type { Condition, Item, Table } from '#adapters/records/table.ts';

/** One actor dies at its nth access to the table: before it, or after it and before the answer arrives. */
export interface Death<Who extends string> {
  readonly who: Who;
  /** Which accesses count, by how their name begins, such as `put SLOT`. All of them where it is absent. */
  readonly of?: string;
  readonly at: number;
  readonly isAfter: boolean;
}

export class Died extends Error {}

/** The writes that hold, whatever their condition says: how a lost condition would look. */
export type Unguarded<Who extends string> = (who: Who, item: Item) => boolean;

/** What each actor of a schedule does. */
type Actors<Who extends string> = ReadonlyMap<Who, () => Promise<void>>;

interface Chance<Who extends string> {
  readonly scheduler: fc.Scheduler;
  readonly death: Death<Who> | undefined;
}

/**
 * A table on which every access of an actor waits until the scheduler lets it happen. Whoever is no actor passes at once.
 * With a death, the actor that dies throws `Died` at that access, once.
 */
export function switching<Who extends string>(table: Table, unguarded: Unguarded<Who> = () => false) {
  const acting = new AsyncLocalStorage<Who>();
  let chance: Chance<Who> | undefined;
  const accesses = new Map<Who, number>();

  async function at<T>(what: string, access: () => Promise<T>): Promise<T> {
    const who = acting.getStore();
    if (!chance || who === undefined) return access();
    const { death } = chance;
    const counts = what.startsWith(death?.of ?? '');
    const n = (accesses.get(who) ?? 0) + (counts ? 1 : 0);
    accesses.set(who, n);
    await chance.scheduler.schedule(Promise.resolve(), `${who} ${what}`);
    const dies = counts && death?.who === who && death.at === n;
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
      { death, actors, idle }: { death: Death<Who> | undefined; actors: Actors<Who>; idle: () => Promise<unknown> },
    ) => {
      chance = { scheduler, death };
      await scheduler.waitFor(Promise.all([...actors].map(([who, act]) => acting.run(who, act))));
      await scheduler.waitFor(idle());
      chance = undefined;
    },
    /** A point of an actor that is no access to the table, such as a turn of the clock. */
    turn: (what: string) => at(what, async () => {}),
  };
}

/** Dies at most once: whoever died comes back and does the same again, as a person reloads and a machine retries. */
export async function twiceIfDead<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Died) return act();
    throw error;
  }
}
