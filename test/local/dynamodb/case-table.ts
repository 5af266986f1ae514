import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const keyed = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];

export const INDEXES = [
  { name: 'work', hash: 'workKey', range: 'workDue' },
  { name: 'list', hash: 'listKey', range: 'listOrder' },
  { name: 'due', hash: 'dueKey', range: 'dueAt' },
];

export const CASE_TABLE = {
  TableName: 'cases',
  KeySchema: keyed('pk', 'sk'),
  AttributeDefinitions: ['pk', 'sk', ...INDEXES.flatMap(({ hash, range }) => [hash, range])].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  GlobalSecondaryIndexes: INDEXES.map(({ name, hash, range }) => ({
    IndexName: name,
    KeySchema: keyed(hash, range),
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['version'] },
  })),
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
};

export function clientOf(endpoint: string): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  return DynamoDBDocumentClient.from(client);
}
