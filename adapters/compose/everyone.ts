import { dynamoWholeTable } from '../records/dynamodb/whole-table.ts';
import { everyoneIn } from '../records/everyone.ts';

/** The reads of nightly work, as deployed. */
export function composeEveryone(env: { TABLE_NAME: string }) {
  return { everyone: everyoneIn(dynamoWholeTable(env.TABLE_NAME)) };
}
