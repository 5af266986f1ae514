import * as z from 'zod';
import { type DueIndex, dueIndexOf } from './assembly/due-mark.ts';
import type { NamedResource } from './assembly/load.ts';
import type { LocalDynamoDb } from './dynamodb/start-dynamodb.ts';

/** What the index of instants at which the sweeper must look says: the only due times that no engine or rule knows. */
export type Due = {
  /** The first instant (ms) after `at`; Infinity where there is none. */
  nextAfter(at: number): Promise<number>;
  /** Names the entries that have been due longest at `at`, one of each kind; undefined where nothing is due. */
  oldestOverdue(at: number): Promise<string | undefined>;
};

const entrySchema = z.record(z.string(), z.unknown());
const text = z.object({ S: z.string() });

type Entry = { key: string; name: string; at: string };

/** Follows what is due in the index that each table's metadata names; throws StartError where a table names none. */
export async function openDue(
  dynamodb: Pick<LocalDynamoDb, 'keepIndex'>,
  tables: readonly NamedResource[],
): Promise<Due> {
  const marks = tables.map(dueIndexOf);
  const indexes = await Promise.all(marks.map(async (mark) => ({ mark, entries: await entriesOf(dynamodb, mark) })));

  /** For each key of each mark its entries. */
  const byKind = () =>
    indexes.flatMap(({ mark, entries }) => {
      const all = Map.groupBy(entries(), ({ key }) => key);
      return mark.keys.map((key) => all.get(key) ?? []);
    });

  return {
    nextAfter: async (at) => {
      const now = new Date(at).toISOString();
      const later = byKind().flatMap((entries) => entries.filter((entry) => entry.at > now));
      return later.reduce((first, entry) => Math.min(first, Date.parse(entry.at)), Number.POSITIVE_INFINITY);
    },
    oldestOverdue: async (at) => {
      const now = new Date(at).toISOString();
      const found = byKind().flatMap((entries) => oldest(entries.filter((entry) => entry.at <= now)) ?? []);
      return found.length === 0 ? undefined : found.map(({ name }) => name).join('\n');
    },
  };
}

function entriesOf(dynamodb: Pick<LocalDynamoDb, 'keepIndex'>, { table, index, partition, order }: DueIndex) {
  return dynamodb.keepIndex(table, index, (stored): Entry => {
    const item = entrySchema.parse(stored);
    const [pk, sk, key, at] = [item.pk, item.sk, item[partition], item[order]].map((value) => text.parse(value).S);
    return { key: `${key}`, name: `${pk} ${sk} ${at}`, at: `${at}` };
  });
}

function oldest(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (first, entry) =>
      first && (first.at < entry.at || (first.at === entry.at && first.name < entry.name)) ? first : entry,
    undefined,
  );
}
