import { randomBytes } from 'node:crypto';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { dynamoTable } from '#adapters/records/dynamodb/table.ts';
import { type Stores, storesOver } from '#adapters/records/stores.ts';
import type { Item, Table } from '#adapters/records/table.ts';
import { inLanes } from '#application/sweep/in-lanes.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { checkedCase, withTask } from '#test/http/records.ts';
import { readUnits } from '../capacity/units.ts';

const LANES = 32;
const OPEN_EVERY = 100;

/** Stores over a DynamoDB of this machine that say what was asked of its table since they were last reset. */
export function meteredStores(reach: Parameters<typeof dynamoClient>[0], tableName: string) {
  const table = dynamoTable(dynamoClient(reach), tableName);
  const asked = { calls: 0, units: 0 };
  const bill = (items: readonly Item[], isConsistent: boolean) => {
    asked.calls += 1;
    asked.units += readUnits(JSON.stringify(items).length, isConsistent);
  };
  const metered: Table = {
    ...table,
    get: async (pk, sk) => {
      const item = await table.get(pk, sk);
      bill(item ? [item] : [], true);
      return item;
    },
    underReversed: async (...of) => {
      const items = await table.underReversed(...of);
      bill(items, true);
      return items;
    },
    query: async (query) => {
      const items = await table.query(query);
      bill(items, false);
      return items;
    },
  };
  const stores = storesOver(metered, (bytes) => randomBytes(bytes));
  return { stores, asked, reset: () => Object.assign(asked, { calls: 0, units: 0 }) };
}

/** Stores so many cases, one in a hundred with the triage team and the others closed. */
export async function fill({ cases }: Pick<Stores, 'cases'>, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const never = new AbortController().signal;
  await inLanes(numbers, LANES, never, async (n) => {
    const theCase = { ...checkedCase('TRIAGE'), reference: referenceFor('bench', `case-of-the-console-${n}`, 0) };
    const closed = { ...theCase, status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', outbox: [] } as const;
    await cases.createCase(n % OPEN_EVERY === 0 ? withTask(theCase, 'TRIAGE') : { ...closed, outbox: [], task: null });
  });
}
