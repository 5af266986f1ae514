import * as z from 'zod';
import { type Item, itemSchema, itemSize } from './item-size.ts';
import { type Index, putUnits, readUnits } from './units.ts';

const putSchema = z.object({ Item: itemSchema });
const readSchema = z.object({ ConsistentRead: z.boolean().default(false) });
const batchSchema = z.object({
  RequestItems: z.record(
    z.string(),
    z.object({ Keys: z.array(z.unknown()), ConsistentRead: z.boolean().default(false) }),
  ),
});
const batchAnswerSchema = z.object({ Responses: z.record(z.string(), z.array(itemSchema)) });
const answerSchema = z.object({ Item: itemSchema.optional(), Items: z.array(itemSchema).default([]) });

export type Units = { read: number; write: number };

/** A request to DynamoDB and its answer, both as JSON. */
export type Exchange = { action: string; status: number; asked: string; answered: string };

/**
 * Says what each request costs in capacity units. It must see every request in order from an empty table on, because a write
 * is billed by what it replaces too.
 */
export function createMeter(indexes: readonly Index[]): (exchange: Exchange) => Units {
  const table = new Map<string, Item>();
  return ({ action, status, asked, answered }) => {
    switch (action) {
      case 'PutItem': {
        const { Item: item } = putSchema.parse(JSON.parse(asked));
        const key = JSON.stringify([item.pk, item.sk]);
        const before = table.get(key);
        if (status !== 200) return { read: 0, write: putUnits(before, before ?? {}, []) };
        table.set(key, item);
        return { read: 0, write: putUnits(before, item, indexes) };
      }
      case 'GetItem':
      // Of a scan with a filter, what it hands over alone is seen. Only nightly work scans, which no figure here counts.
      case 'Query':
      case 'Scan': {
        const { ConsistentRead } = readSchema.parse(JSON.parse(asked));
        const { Item: item, Items: items } = answerSchema.parse(JSON.parse(answered));
        const bytes = [...items, ...(item === undefined ? [] : [item])].reduce((sum, one) => sum + itemSize(one), 0);
        return { read: readUnits(bytes, ConsistentRead), write: 0 };
      }
      case 'BatchGetItem': {
        const { RequestItems } = batchSchema.parse(JSON.parse(asked));
        const { Responses } = batchAnswerSchema.parse(JSON.parse(answered));
        const read = Object.entries(RequestItems).reduce((sum, [name, { Keys, ConsistentRead }]) => {
          const sizes = (Responses[name] ?? []).map(itemSize);
          // An item that is not there costs one unit too.
          const missing = Array.from({ length: Keys.length - sizes.length }, () => 0);
          return [...sizes, ...missing].reduce((units, bytes) => units + readUnits(bytes, ConsistentRead), sum);
        }, 0);
        return { read, write: 0 };
      }
      default:
        throw new Error(`The bench does not know yet what ${action} costs in DynamoDB.`);
    }
  };
}
