import * as z from 'zod';
import { type DueIndex, dueIndexOf } from './assembly/due-mark.ts';
import { REGION } from './assembly/identities.ts';
import type { NamedResource } from './assembly/load.ts';
import { RUN_KEY } from './iam/access-key.ts';

/** What the index of instants at which the sweeper must look says: the only due times that no engine or rule knows. */
export type Due = {
  /** The first instant (ms) after `at`; Infinity where there is none. */
  nextAfter(at: number): Promise<number>;
  /** Names the entries that have been due longest at `at`, one of each kind; undefined where nothing is due. */
  oldestOverdue(at: number): Promise<string | undefined>;
};

const text = z.object({ S: z.string() });
const answerSchema = z.object({ Items: z.array(z.record(z.string(), z.unknown())) });

// Any signature does: the embedded DynamoDB looks at the access key only. The SDK would cost this process 15 MB for one query.
const HEADERS = {
  'Content-Type': 'application/x-amz-json-1.0',
  'X-Amz-Target': 'DynamoDB_20120810.Query',
  'X-Amz-Date': '20260101T000000Z',
  Authorization: `AWS4-HMAC-SHA256 Credential=${RUN_KEY.accessKeyId}/20260101/${REGION}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
};

type Entry = { name: string; at: string };

/** Reads what is due from the index that each table's metadata names; throws StartError where a table names none. */
export function openDue(endpoint: string, tables: readonly NamedResource[]): Due {
  const indexes = tables.map(dueIndexOf);

  async function first(place: DueIndex, key: string, comparison: '>' | '<=', at: number): Promise<Entry[]> {
    const query = {
      TableName: place.table,
      IndexName: place.index,
      KeyConditionExpression: `#key = :key AND #order ${comparison} :at`,
      ExpressionAttributeNames: { '#key': place.partition, '#order': place.order },
      ExpressionAttributeValues: { ':key': { S: key }, ':at': { S: new Date(at).toISOString() } },
      Limit: 1,
    };
    const response = await fetch(endpoint, { method: 'POST', headers: HEADERS, body: JSON.stringify(query) });
    return answerSchema.parse(await response.json()).Items.map((item) => {
      const [pk, sk, due] = [item.pk, item.sk, item[place.order]].map((value) => text.parse(value).S);
      return { name: `${pk} ${sk} ${due}`, at: `${due}` };
    });
  }

  async function firstOfEach(comparison: '>' | '<=', at: number): Promise<Entry[]> {
    const asked = indexes.flatMap((place) => place.keys.map((key) => first(place, key, comparison, at)));
    return (await Promise.all(asked)).flat();
  }

  return {
    nextAfter: async (at) => {
      const found = await firstOfEach('>', at);
      return Math.min(Number.POSITIVE_INFINITY, ...found.map((entry) => Date.parse(entry.at)));
    },
    oldestOverdue: async (at) => {
      const found = await firstOfEach('<=', at);
      return found.length === 0 ? undefined : found.map(({ name }) => name).join('\n');
    },
  };
}
