import { dynamoClient } from '../records/dynamodb/client.ts';
import { dynamoTable } from '../records/dynamodb/table.ts';
import { dynamoWholeTable } from '../records/dynamodb/whole-table.ts';
import { storedItems } from '../records/stored-items.ts';

/** The records as they are stored, as deployed. */
export function composeStoredItems(env: { TABLE_NAME: string }) {
  const client = dynamoClient();
  return { stored: storedItems(dynamoTable(client, env.TABLE_NAME), dynamoWholeTable(env.TABLE_NAME, client)) };
}
