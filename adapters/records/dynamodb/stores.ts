import { randomBytes } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RandomBytes } from '#domain/ports/services.ts';
import { withReadsTogether } from '../reads-together.ts';
import { type Stores, storesOver } from '../stores.ts';
import { dynamoClient } from './client.ts';
import { dynamoTable } from './table.ts';
import { dynamoWholeTable } from './whole-table.ts';

/** The stores on one DynamoDB table with the keys `pk` and `sk` and the indexes of INDEXES. */
export function createDynamoStores(settings: {
  tableName: string;
  client?: DynamoDBDocumentClient;
  random?: RandomBytes;
  /** Items that are asked for at once are read in one call; only for a function that may read in batches. */
  readsTogether?: boolean;
}): Stores {
  const { tableName, client = dynamoClient(), random = randomBytes, readsTogether = false } = settings;
  const table = dynamoTable(client, tableName);
  return storesOver(readsTogether ? withReadsTogether(table, dynamoWholeTable(tableName, client)) : table, random);
}
