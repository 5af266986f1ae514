import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { REGION } from '#local/assembly/identities.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import type { Instance } from '#local/instance.ts';

const itemSchema = z.looseObject({ pk: z.string(), sk: z.string(), history: z.array(z.unknown()).optional() });
type Item = z.infer<typeof itemSchema>;

/** Every item of the table, by its key. */
export type Items = ReadonlyMap<string, Item>;

export async function itemsOf({ endpoints, tableName }: Pick<Instance, 'endpoints' | 'tableName'>): Promise<Items> {
  const client = new DynamoDBClient({ region: REGION, credentials: RUN_KEY, endpoint: endpoints.dynamodb });
  const documents = DynamoDBDocumentClient.from(client);
  const found = new Map<string, Item>();
  let from: Record<string, unknown> | undefined;
  do {
    const page = await documents.send(
      new ScanCommand({ TableName: tableName, ...(from && { ExclusiveStartKey: from }) }),
    );
    for (const one of z.array(itemSchema).parse(page.Items ?? [])) found.set(`${one.pk} ${one.sk}`, one);
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  client.destroy();
  return found;
}

/** Kinds of items that no release may ever change, by the beginning of their sort key. */
const UNCHANGED = ['REFERRAL', 'CHECK#', 'PART#', 'SUPPORTPART#', 'READING#', 'SETTLED#', 'LINK', 'EDITION#'];

/** What was lost or changed between two looks at the table: an item, a part of a history, or what is never changed. */
export function harm(before: Items, after: Items): string[] {
  return [...before].flatMap(([key, was]) => {
    if (was.sk.startsWith('PAUSE#')) return [];
    const is = after.get(key);
    if (is === undefined) return [`${key} is gone`];
    if (UNCHANGED.some((start) => was.sk.startsWith(start)) && !isDeepStrictEqual(is, was))
      return [`${key} was changed`];
    if (was.history === undefined) return [];
    const kept = (is.history ?? []).slice(0, was.history.length);
    return isDeepStrictEqual(kept, was.history) ? [] : [`the history of ${key} is another`];
  });
}
