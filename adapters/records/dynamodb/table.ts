import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { INDEXES } from '#domain/process/indexes.ts';
import { ask } from '../../aws/ask.ts';
import type { IndexQuery, IndexRange, Item, Table } from '../table.ts';
import { conditionExpression } from './expressions.ts';
import { itemOf } from './item-of.ts';

export function dynamoTable(client: DynamoDBDocumentClient, tableName: string): Table {
  return {
    get: async (pk, sk) => {
      const request = new GetCommand({ TableName: tableName, Key: { pk, sk }, ConsistentRead: true });
      const { Item } = await ask('DynamoDB', () => client.send(request));
      return Item && itemOf(Item);
    },
    under: (pk, prefix) =>
      allPages(client, {
        TableName: tableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      }),
    underReversed: (pk, prefix, limit, before) =>
      allPages(
        client,
        {
          TableName: tableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ExclusiveStartKey: before === undefined ? undefined : { pk, sk: before },
        },
        limit,
      ),
    // False may also mean that this write arrived and its answer was lost. The next read then finds the item as it was
    // written.
    put: async (item, condition) => {
      const request = new PutCommand({
        TableName: tableName,
        Item: item,
        ...(condition && conditionExpression(condition)),
      });
      const lost = { ConditionalCheckFailedException: undefined };
      return (await ask('DynamoDB', () => client.send(request), lost)) !== undefined;
    },
    query: (query) => entriesOf(client, tableName, query),
    count: (range) => countOf(client, tableName, range),
  };
}

async function countOf(client: DynamoDBDocumentClient, tableName: string, { index, key: of, below }: IndexRange) {
  const { key, order } = INDEXES[index];
  let counted = 0;
  let from: Query['ExclusiveStartKey'];
  do {
    const request = new QueryCommand({
      ...{ TableName: tableName, IndexName: index, Select: 'COUNT', ExclusiveStartKey: from },
      KeyConditionExpression: below === undefined ? '#key = :key' : '#key = :key AND #order < :below',
      ExpressionAttributeNames: { '#key': key, ...(below !== undefined && { '#order': order }) },
      ExpressionAttributeValues: { ':key': of, ...(below !== undefined && { ':below': below }) },
    });
    const { Count = 0, LastEvaluatedKey } = await ask('DynamoDB', () => client.send(request));
    counted += Count;
    from = LastEvaluatedKey;
  } while (from);
  return counted;
}

async function entriesOf(client: DynamoDBDocumentClient, tableName: string, query: IndexQuery): Promise<Item[]> {
  const { key, order } = INDEXES[query.index];
  return allPages(
    client,
    {
      TableName: tableName,
      IndexName: query.index,
      KeyConditionExpression: query.upTo === undefined ? '#key = :key' : '#key = :key AND #order <= :upTo',
      ExpressionAttributeNames: { '#key': key, ...(query.upTo !== undefined && { '#order': order }) },
      ExpressionAttributeValues: { ':key': query.key, ...(query.upTo !== undefined && { ':upTo': query.upTo }) },
      ExclusiveStartKey: query.after && startKey(query, query.after),
    },
    query.limit,
  );
}

function startKey({ index, key }: IndexQuery, { order, pk, sk }: NonNullable<IndexQuery['after']>) {
  return { pk, sk, [INDEXES[index].key]: key, [INDEXES[index].order]: order };
}

type Query = ConstructorParameters<typeof QueryCommand>[0];

async function allPages(
  client: DynamoDBDocumentClient,
  query: Query,
  limit = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  let from = query.ExclusiveStartKey;
  do {
    const page = new QueryCommand({
      ...query,
      ...(Number.isFinite(limit) && { Limit: limit - items.length }),
      ExclusiveStartKey: from,
    });
    const { Items = [], LastEvaluatedKey } = await ask('DynamoDB', () => client.send(page));
    items.push(...Items.map(itemOf));
    from = LastEvaluatedKey;
  } while (from && items.length < limit);
  return items;
}
