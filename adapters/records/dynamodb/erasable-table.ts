import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ask } from '../../aws/ask.ts';
import type { ErasableTable } from '../to-erase.ts';
import { dynamoClient } from './client.ts';
import { dynamoTable } from './table.ts';
import { dynamoWholeTable, scanned } from './whole-table.ts';

/** A table out of which items are taken; for the one function that may. */
export function dynamoErasableTable(TableName: string, client: DynamoDBDocumentClient = dynamoClient()): ErasableTable {
  const { under, put } = dynamoTable(client, TableName);
  const { items, getAll } = dynamoWholeTable(TableName, client);
  return {
    all: () => scanned(client, { TableName, ConsistentRead: true }),
    ...{ under, put, items, getAll },
    remove: async ({ pk, sk }) => {
      await ask('DynamoDB', () => client.send(new DeleteCommand({ TableName, Key: { pk, sk } })));
    },
  };
}
