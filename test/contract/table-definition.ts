import type { CreateTableCommandInput, GlobalSecondaryIndex } from '@aws-sdk/client-dynamodb';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' }) as const;
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' } as const,
  { AttributeName: range, KeyType: 'RANGE' } as const,
];
const index = (IndexName: string, hash: string, range: string): GlobalSecondaryIndex => ({
  IndexName,
  KeySchema: keys(hash, range),
  Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['reference', 'status'] },
});

/** The table of the service as CreateTable takes it: the keys and indexes of the stack. */
export function tableDefinition(TableName: string): CreateTableCommandInput {
  const pairs = [
    ['pk', 'sk'],
    ['workKey', 'workDue'],
    ['listKey', 'listOrder'],
    ['attentionKey', 'attentionAt'],
  ] as const;
  return {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: pairs.flat().map(text),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: [
      index('work', 'workKey', 'workDue'),
      index('list', 'listKey', 'listOrder'),
      index('attention', 'attentionKey', 'attentionAt'),
    ],
  };
}
