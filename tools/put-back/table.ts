import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Records } from './put-back.ts';

/** A table of DynamoDB. Every item is read consistently. */
export function tableOf(client: DynamoDBDocumentClient, TableName: string): Records {
  return {
    async *all() {
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new ScanCommand({ TableName, ConsistentRead: true, ...(from && { ExclusiveStartKey: from }) }),
        );
        yield* Items;
        from = LastEvaluatedKey;
      } while (from !== undefined);
    },
    putIfAbsent: async (Item) => {
      try {
        await client.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}
