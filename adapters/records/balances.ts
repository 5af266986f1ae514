import { type ListNight, listNightSchema, type Night, nightSchema } from '#domain/lists/balance/night.ts';
import type { BalanceStore } from '#domain/ports/balance-store.ts';
import { BALANCE_PREFIX, balanceKey, NIGHT_PREFIX, nightKey } from './keys.ts';
import { parseIfThere, parseItem } from './parse-item.ts';
import type { Condition, Table } from './table.ts';

export function balanceStore(table: Table): BalanceStore {
  return {
    readListNight: async (list, night) => {
      const { pk, sk } = balanceKey(list, night);
      return parseIfThere(listNightSchema, await table.get(pk, sk));
    },
    listNightsBefore: async (list, night, limit) => {
      const { pk, sk } = balanceKey(list, night);
      const items = await table.underReversed(pk, BALANCE_PREFIX, limit, sk);
      return items.map((item) => parseItem(listNightSchema, item));
    },
    saveListNight: (night) => table.put({ ...balanceKey(night.list, night.night), ...night }, after(night)),
    readNight: async (night) => {
      const { pk, sk } = nightKey(night);
      return parseIfThere(nightSchema, await table.get(pk, sk));
    },
    nightsBefore: async (night, limit) => {
      const { pk, sk } = nightKey(night);
      const items = await table.underReversed(pk, NIGHT_PREFIX, limit, sk);
      return items.map((item) => parseItem(nightSchema, item));
    },
    saveNight: (night) => table.put({ ...nightKey(night.night), ...night }, after(night)),
  };
}

function after({ version }: ListNight | Night): Condition {
  return version === 1 ? { absent: ['pk'] } : { equals: { version: version - 1 } };
}
