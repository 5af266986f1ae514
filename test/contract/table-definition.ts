import type { CreateTableCommandInput, GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';
import { INDEXES } from '#domain/process/indexes.ts';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' } as const,
  { AttributeName: range, KeyType: 'RANGE' } as const,
];

/** The table of the service as CreateTable takes it: the keys and indexes of the stack. */
export function tableDefinition(TableName: string): CreateTableCommandInput {
  const pairs = Object.values(INDEXES).map(({ key, order }) => [key, order]);
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', ...pairs.flat()].map(text),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: Object.entries(INDEXES).map(
      ([IndexName, { key, order, shows }]): GlobalSecondaryIndex => ({
        IndexName,
        KeySchema: keys(key, order),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...shows] },
      }),
    ),
  };
}
