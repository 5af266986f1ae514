import { randomBytes } from 'node:crypto';
import { memoryTable } from '#adapters/memory/table.ts';
import { everyoneIn } from '#adapters/records/everyone.ts';
import { caseKey, checkKey, supportKey } from '#adapters/records/keys.ts';
import { storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import type { WholeTable } from '#adapters/records/whole-table.ts';
import { balanceLists } from '#application/lists/balance-lists.ts';
import type { Case } from '#domain/case/case.ts';
import type { Support } from '#domain/support/support.ts';

/** Children on lists whose stored items anyone may alter past the service, and the nights that balance the lists. */
export function balancing() {
  const memory = memoryTable(false);
  const gone = new Set<string>();
  const isThere = ({ pk, sk }: Item) => !gone.has(`${pk}/${sk}`);
  const only = async function* only(items: AsyncIterable<Item>) {
    for await (const item of items) if (isThere(item)) yield item;
  };
  const table: Table & WholeTable = {
    ...memory,
    get: async (pk, sk) => (gone.has(`${pk}/${sk}`) ? undefined : memory.get(pk, sk)),
    under: async (pk, prefix) => (await memory.under(pk, prefix)).filter(isThere),
    underReversed: async (...asked) => (await memory.underReversed(...asked)).filter(isThere),
    query: async (query) => (await memory.query(query)).filter(isThere),
    items: (wanted) => only(memory.items(wanted)),
    entries: (index) => only(memory.entries(index)),
    getAll: async (keys) => (await memory.getAll(keys)).filter(isThere),
  };
  const stores = storesOver(table, randomBytes);
  const told: Record<string, unknown>[] = [];
  const log = { info: () => {}, error: (event: string, fields = {}) => void told.push({ event, ...fields }) };
  let now = '';
  const run = balanceLists({ ...stores, everyone: everyoneIn(table), log, now: () => now });
  const itemOf = async (pk: string, sk: string) => {
    const item = await memory.get(pk, sk);
    if (!item) throw new Error(`There is no item ${pk} / ${sk}.`);
    return item;
  };
  return {
    stores,
    /** Stores this case as it stands, in place of the one that is there. */
    write: async (theCase: Case) => {
      // Every case that ever was on a list was checked: what is left where the case is gone.
      await memory.put({ ...checkKey(theCase.reference, 1), reference: theCase.reference });
      const before = await stores.cases.readCase(theCase.reference);
      if (before) await stores.cases.saveCase({ ...theCase, version: before.version + 1 });
      else await stores.cases.createCase({ ...theCase, version: 1 });
    },
    /** Stores this support as it stands, in place of the one that is there. */
    writeSupport: async (support: Support) => {
      const before = await stores.supports.readSupport(support.reference);
      if (before) await stores.supports.saveSupport({ ...support, version: before.version + 1 });
      else await stores.supports.createSupport({ ...support, version: 1 });
    },
    supportItem: (reference: string) => itemOf(supportKey(reference).pk, supportKey(reference).sk),
    caseItem: (reference: string) => itemOf(caseKey(reference).pk, caseKey(reference).sk),
    itemOf,
    /** Puts this item past the service, with no copy made anew. */
    put: (item: Item) => memory.put(item),
    remove: ({ pk, sk }: Pick<Item, 'pk' | 'sk'>) => void gone.add(`${pk}/${sk}`),
    /** Puts back what was removed. */
    restore: ({ pk, sk }: Pick<Item, 'pk' | 'sk'>) => void gone.delete(`${pk}/${sk}`),
    /** Removes what would be left of a case that is gone. */
    forget: (reference: string) => void gone.add(`${checkKey(reference, 1).pk}/${checkKey(reference, 1).sk}`),
    /** The night of this day: what it found, as operators read it in the log. */
    night: async (on: string, command: unknown = {}) => {
      now = `${on}T04:15:00.000Z`;
      told.splice(0);
      await run(command);
      return told.map(({ reference, fault }) => `${reference} ${fault}`);
    },
  };
}
