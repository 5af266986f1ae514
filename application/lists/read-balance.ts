import type { ListNight, Night } from '#domain/lists/balance/night.ts';
import type { Sums } from '#domain/lists/balance/sums.ts';
import type { BalanceStore } from '#domain/ports/balance-store.ts';
import { addDays, addMonths } from '#domain/values/dates.ts';

/** The last night that was worked out, with every list of it; undefined before the first. */
export interface LastNight {
  readonly night: Night;
  readonly lists: readonly ListNight[];
}

/** Each list of the last night up to this day: one read a list. */
export function readLastNight(balances: BalanceStore): (today: string) => Promise<LastNight | undefined> {
  return async (today) => {
    const [night] = await balances.nightsBefore(addDays(today, 1), 1);
    if (!night) return undefined;
    const lists = await Promise.all(night.lists.map(({ list }) => balances.readListNight(list, night.night)));
    return { night, lists: lists.filter((list) => list !== undefined) };
  };
}

/** A month of a list: the sums of its nights, and the last night that was worked out in it. */
export interface ListMonth {
  readonly month: string;
  readonly sums: Sums;
  readonly until: string;
}

/** The nights of one list in the last month, and its last twelve months, the newest first. Each month costs one read. */
export function readListBalance(balances: BalanceStore) {
  return async (
    list: string,
    today: string,
  ): Promise<{ nights: readonly ListNight[]; months: readonly ListMonth[] }> => {
    const first = `${today.slice(0, 7)}-01`;
    const ends = [addDays(today, 1), ...Array.from({ length: 11 }, (_, n) => addMonths(first, -n))];
    const [nights, ...last] = await Promise.all([
      balances.listNightsBefore(list, addDays(today, 1), 31),
      ...ends.map((end) => balances.listNightsBefore(list, end, 1)),
    ]);
    const months = last.flat().map(({ night, month }) => ({ month: night.slice(0, 7), sums: month, until: night }));
    return { nights, months: months.filter(({ month }, n) => months[n - 1]?.month !== month) };
  };
}
