import * as z from 'zod';
import { ATTENTION, indexes } from '#adapters/stores/keys.ts';
import { REGION } from './assembly/identities.ts';

/** What the index of instants at which the sweeper must look says: the only due times that no engine or rule knows. */
export type Attention = {
  /** The first instant (ms) after `at`; Infinity where there is none. */
  nextAfter(at: number): Promise<number>;
  /** Names the entry that has been due longest at `at`; undefined where none is. */
  oldestOverdue(at: number): Promise<string | undefined>;
};

const text = z.object({ S: z.string() });
const { key, order } = indexes.attention;
const answerSchema = z.object({
  Items: z.array(z.object({ pk: text, sk: text, [order]: text })),
});

// Any signature does: the embedded DynamoDB looks at its shape only. The SDK would cost this process 15 MB for one query.
const HEADERS = {
  'Content-Type': 'application/x-amz-json-1.0',
  'X-Amz-Target': 'DynamoDB_20120810.Query',
  'X-Amz-Date': '20260101T000000Z',
  Authorization: `AWS4-HMAC-SHA256 Credential=local/20260101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
};

export function openAttention(endpoint: string, tableName: string | undefined): Attention {
  async function first(comparison: '>' | '<=', at: number) {
    if (tableName === undefined) return undefined;
    const query = {
      TableName: tableName,
      IndexName: 'attention',
      KeyConditionExpression: `#key = :key AND #order ${comparison} :at`,
      ExpressionAttributeNames: { '#key': key, '#order': order },
      ExpressionAttributeValues: { ':key': { S: ATTENTION }, ':at': { S: new Date(at).toISOString() } },
      Limit: 1,
    };
    const response = await fetch(endpoint, { method: 'POST', headers: HEADERS, body: JSON.stringify(query) });
    return answerSchema.parse(await response.json()).Items[0];
  }

  return {
    nextAfter: async (at) => {
      const found = (await first('>', at))?.[order].S;
      return found === undefined ? Number.POSITIVE_INFINITY : Date.parse(found);
    },
    oldestOverdue: async (at) => {
      const found = await first('<=', at);
      return found === undefined ? undefined : `${found.pk.S} ${found.sk.S} ${found[order].S}`;
    },
  };
}
