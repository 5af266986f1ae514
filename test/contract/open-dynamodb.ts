import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import type { OpenStore } from './store-under-test.ts';
import { tableDefinition } from './table-definition.ts';

/** How to reach a DynamoDB on this machine, patient enough for 100 calls side by side. */
export function reach(endpoint: string) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const requestHandler = { connectionTimeout: 10_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
  return { endpoint, region: 'eu-west-2', credentials, requestHandler };
}

/** Makes an empty table and answers its name. */
export async function newTable(endpoint: string): Promise<string> {
  const tableName = `small-steps-${randomUUID()}`;
  await new DynamoDBClient(reach(endpoint)).send(new CreateTableCommand(tableDefinition(tableName)));
  return tableName;
}

/** Opens a new table on that DynamoDB for every test. */
export function openDynamoDb(endpoint: () => string): OpenStore {
  return async () => {
    const tableName = await newTable(endpoint());
    const client = dynamoClient(reach(endpoint()));
    return { stores: createDynamoStores({ client, tableName }), catchUp: () => {} };
  };
}
