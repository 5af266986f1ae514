import {
  BatchGetCommand,
  type DynamoDBDocumentClient,
  ScanCommand,
  type ScanCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Transient } from '#domain/problems/errors.ts';
import { ask } from '../../aws/ask.ts';
import type { Item } from '../table.ts';
import type { ItemKey, Wanted, WholeTable } from '../whole-table.ts';
import { dynamoClient } from './client.ts';
import { itemOf } from './item-of.ts';

/** As many as DynamoDB takes at once. */
const KEYS_A_CALL = 100;
/** What is left over for want of capacity is asked for again so often, without a pause: most is answered each time. */
const MOST_ROUNDS = 20;

/** A table that is read whole; for functions that may scan it or read it in batches. */
export function dynamoWholeTable(tableName: string, client: DynamoDBDocumentClient = dynamoClient()): WholeTable {
  return {
    items: (wanted) => scanned(client, { TableName: tableName, ConsistentRead: true, ...filterOf(wanted) }),
    page: async (from, limit) => {
      const { pk, sk } = from ?? {};
      const start = from && { ExclusiveStartKey: { pk, sk } };
      const page = new ScanCommand({ TableName: tableName, ConsistentRead: true, Limit: limit, ...start });
      const { Items = [], LastEvaluatedKey: last } = await ask('DynamoDB', () => client.send(page));
      return { items: Items.map(itemOf), next: last && itemOf(last) };
    },
    entries: (index) => scanned(client, { TableName: tableName, IndexName: index }),
    getAll: async (keys) => {
      const items: Item[] = [];
      for (let from = 0; from < keys.length; from += KEYS_A_CALL) {
        items.push(...(await batchOf(client, tableName, keys.slice(from, from + KEYS_A_CALL))));
      }
      return items;
    },
  };
}

/** What a scan of a table or an index gives, page after page. */
export async function* scanned(client: DynamoDBDocumentClient, input: ScanCommandInput): AsyncGenerator<Item> {
  let from: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = new ScanCommand({ ...input, ...(from && { ExclusiveStartKey: from }) });
    const { Items = [], LastEvaluatedKey } = await ask('DynamoDB', () => client.send(page));
    for (const item of Items) yield itemOf(item);
    from = LastEvaluatedKey;
  } while (from !== undefined);
}

function filterOf({ is, begins, without }: Wanted) {
  const values = named('sk', [...is, ...begins]);
  const names = values.map(([name]) => name);
  const isOne = is.length > 0 ? [`sk IN (${names.slice(0, is.length).join(', ')})`] : [];
  const keys = [...isOne, ...names.slice(is.length).map((name) => `begins_with(sk, ${name})`)].join(' OR ');
  if (!without) return { FilterExpression: keys, ExpressionAttributeValues: Object.fromEntries(values) };
  const left = named('left', without.values);
  const isLeft = `#attribute IN (${left.map(([name]) => name).join(', ')})`;
  return {
    FilterExpression: `(${keys}) AND (NOT ${isLeft} OR attribute_exists(#unless))`,
    ExpressionAttributeNames: { '#attribute': without.attribute, '#unless': without.unless },
    ExpressionAttributeValues: Object.fromEntries([...values, ...left]),
  };
}

function named(name: string, values: readonly string[]): [string, string][] {
  return values.map((value, n) => [`:${name}${n}`, value]);
}

async function batchOf(client: DynamoDBDocumentClient, tableName: string, keys: readonly ItemKey[]): Promise<Item[]> {
  const items: Item[] = [];
  let left: readonly Record<string, unknown>[] = keys.map(({ pk, sk }) => ({ pk, sk }));
  for (let round = 0; left.length > 0; round += 1) {
    if (round === MOST_ROUNDS) throw new Transient('DynamoDB is busy (UnprocessedKeys). Try again later.');
    const request = new BatchGetCommand({ RequestItems: { [tableName]: { Keys: [...left], ConsistentRead: true } } });
    const { Responses = {}, UnprocessedKeys = {} } = await ask('DynamoDB', () => client.send(request));
    items.push(...(Responses[tableName] ?? []).map(itemOf));
    left = UnprocessedKeys[tableName]?.Keys ?? [];
  }
  return items;
}
