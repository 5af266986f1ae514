import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { ATTENTION, indexes } from '#adapters/stores/keys.ts';
import { REGION } from './assembly/identities.ts';

/** What the index of instants at which the sweeper must look says: the only due times that no engine or rule knows. */
export type Attention = {
  /** The first instant (ms) after `at`; Infinity where there is none. */
  nextAfter(at: number): Promise<number>;
  /** Names the entry that has been due longest at `at`; undefined where none is. */
  oldestOverdue(at: number): Promise<string | undefined>;
  close(): void;
};

export function openAttention(endpoint: string, tableName: string | undefined): Attention {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials });
  const { key, order } = indexes.attention;

  async function first(comparison: '>' | '<=', at: number) {
    if (tableName === undefined) return undefined;
    const query = new QueryCommand({
      TableName: tableName,
      IndexName: 'attention',
      KeyConditionExpression: `#key = :key AND #order ${comparison} :at`,
      ExpressionAttributeNames: { '#key': key, '#order': order },
      ExpressionAttributeValues: { ':key': { S: ATTENTION }, ':at': { S: new Date(at).toISOString() } },
      Limit: 1,
    });
    return (await client.send(query)).Items?.[0];
  }

  return {
    nextAfter: async (at) => {
      const found = (await first('>', at))?.[order]?.S;
      return found === undefined ? Number.POSITIVE_INFINITY : Date.parse(found);
    },
    oldestOverdue: async (at) => {
      const found = await first('<=', at);
      return found === undefined ? undefined : `${found.pk?.S} ${found.sk?.S} ${found[order]?.S}`;
    },
    close: () => client.destroy(),
  };
}
