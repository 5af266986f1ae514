import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const keySchema = z.object({ pk: z.string() });

/** The reference of every case in a table, in the order in which DynamoDB gives them. Reads keys only. */
export async function* referencesIn(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<string> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        FilterExpression: 'sk = :case',
        ExpressionAttributeValues: { ':case': 'CASE' },
        ProjectionExpression: 'pk',
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    yield* Items.map((item) => keySchema.parse(item).pk.replace(/^REF#/, ''));
    from = LastEvaluatedKey;
  } while (from !== undefined);
}
