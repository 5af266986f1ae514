import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { References } from '#domain/ports/seals.ts';
import { ask } from '../../aws/ask.ts';
import { caseKey, referenceOf } from '../keys.ts';
import { dynamoClient } from './client.ts';

const keySchema = z.object({ pk: z.string() });

interface Settings {
  readonly tableName: string;
  readonly client?: DynamoDBDocumentClient;
}

const ofCases = { FilterExpression: 'sk = :case', ExpressionAttributeValues: { ':case': caseKey('').sk } };
/** The reference of every case in a table, as DynamoDB gives them. Consistent; it is charged for all that the table holds. */
export function createReferences({ tableName: TableName, client = dynamoClient() }: Settings): References {
  return async function* references() {
    let from: Record<string, unknown> | undefined;
    do {
      const page = new ScanCommand({
        TableName,
        ConsistentRead: true,
        ...ofCases,
        ProjectionExpression: 'pk',
        ...(from && { ExclusiveStartKey: from }),
      });
      const { Items = [], LastEvaluatedKey } = await ask('DynamoDB', () => client.send(page));
      yield* Items.map((item) => referenceOf(keySchema.parse(item).pk));
      from = LastEvaluatedKey;
    } while (from !== undefined);
  };
}
