import { randomBytes } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RandomBytes } from '#domain/ports/services.ts';
import { type Stores, storesOver } from '../stores.ts';
import { dynamoClient } from './client.ts';
import { dynamoTable } from './table.ts';

/** The stores on one DynamoDB table with the keys `pk` and `sk` and the indexes of INDEXES. */
export function createDynamoStores(settings: {
  tableName: string;
  client?: DynamoDBDocumentClient;
  random?: RandomBytes;
}): Stores {
  const { tableName, client = dynamoClient(), random = randomBytes } = settings;
  return storesOver(dynamoTable(client, tableName), random);
}
