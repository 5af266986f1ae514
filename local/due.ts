import * as z from 'zod';
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

/** What the template says of the table: which index holds what falls due, and the keys under which it stands there. */
const markSchema = z.object({ index: z.string(), keys: z.array(z.string()) });
const MARK = 'SmallSteps::Due';

const indexesSchema = z.array(
  z.object({ IndexName: z.string(), KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })) }),
);
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
type Place = { table: string; index: string; hash: string; range: string; keys: string[] };

/** Reads what is due from the table that the template marks; where none is marked nothing ever is. */
export function openDue(endpoint: string, tables: readonly NamedResource[]): Due {
  const places = tables.flatMap((table) => placeIn(table) ?? []);

  async function first(place: Place, key: string, comparison: '>' | '<=', at: number): Promise<Entry[]> {
    const query = {
      TableName: place.table,
      IndexName: place.index,
      KeyConditionExpression: `#key = :key AND #order ${comparison} :at`,
      ExpressionAttributeNames: { '#key': place.hash, '#order': place.range },
      ExpressionAttributeValues: { ':key': { S: key }, ':at': { S: new Date(at).toISOString() } },
      Limit: 1,
    };
    const response = await fetch(endpoint, { method: 'POST', headers: HEADERS, body: JSON.stringify(query) });
    return answerSchema.parse(await response.json()).Items.map((item) => {
      const [pk, sk, due] = [item.pk, item.sk, item[place.range]].map((value) => text.parse(value).S);
      return { name: `${pk} ${sk} ${due}`, at: `${due}` };
    });
  }

  async function firstOfEach(comparison: '>' | '<=', at: number): Promise<Entry[]> {
    const asked = places.flatMap((place) => place.keys.map((key) => first(place, key, comparison, at)));
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

function placeIn({ name, properties, metadata }: NamedResource): Place | undefined {
  if (metadata[MARK] === undefined) return undefined;
  const { index, keys } = markSchema.parse(metadata[MARK]);
  const found = indexesSchema.parse(properties.GlobalSecondaryIndexes).find(({ IndexName }) => IndexName === index);
  const attribute = (type: string) => found?.KeySchema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const [hash, range] = [attribute('HASH'), attribute('RANGE')];
  if (hash === undefined || range === undefined) throw new Error(`The table ${name} marks ${index}, which it lacks.`);
  return { table: name, index, hash, range, keys };
}
