import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import type { Case } from '#domain/case/case.ts';
import { type ListPathway, listPathwaySchema } from '#domain/case/codes.ts';
import type { Band } from '#domain/lists/band.ts';
import type { ListEntry } from '#domain/lists/entry.ts';
import { explainPlace } from '#domain/lists/explain.ts';
import { counted, NO_ONE, type Tally } from '#domain/lists/tally.ts';
import { localitySchema } from '#domain/referral/codes.ts';
import { REGION } from '#local/assembly/identities.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';

export type ListedChild = {
  position: number;
  reference: string;
  /** What a person has confirmed; null until then. */
  band: Band | null;
  suggestedBand: Band | null;
  targetOn: string;
  explanation: string;
};
export type WaitingList = { pathway: ListPathway; locality: string; asOf: string; children: ListedChild[] };

type Entry = { reference: string; receivedAt: string; list: ListEntry };

const LONGEST_LIST = 1_000;

/** Every list on which someone waits, each child's position explained; read from the table at that endpoint. */
export async function readLists(endpoint: string, tableName: string, now: () => number): Promise<WaitingList[]> {
  const client = dynamoClient({ endpoint, region: REGION, credentials: RUN_KEY });
  try {
    const stores = createDynamoStores({ tableName, client });
    const names = listPathwaySchema.options.flatMap((pathway) =>
      localitySchema.options.map((locality) => ({ pathway, locality })),
    );
    const lists = await Promise.all(names.map((name) => readList(stores, name, new Date(now()).toISOString())));
    return lists.filter(({ children }) => children.length > 0);
  } finally {
    client.destroy();
  }
}

type Name = Pick<WaitingList, 'pathway' | 'locality'>;

async function readList({ indexes, cases }: Stores, name: Name, asOf: string): Promise<WaitingList> {
  const rows = await indexes.list(name.pathway, name.locality, LONGEST_LIST);
  const found = await Promise.all(rows.map(({ reference }) => cases.readCase(reference)));
  const entries = found
    .flatMap((theCase) => entryOn(name, theCase))
    .sort((a, b) => (a.list.order < b.list.order ? -1 : 1));
  let tally: Tally = NO_ONE;
  const children = entries.map(({ reference, list }, index) => {
    const { band, suggestedBand, targetOn } = list;
    const explanation = explainPlace(list, tally, entries.length);
    tally = counted(tally, list);
    return { position: index + 1, reference, band, suggestedBand, targetOn, explanation };
  });
  return { ...name, asOf, children };
}

/** The index may lag: only what the case itself says counts. */
function entryOn(name: Name, theCase: Case | undefined): Entry[] {
  if (theCase?.status !== 'ON_WAITING_LIST' || !theCase.list) return [];
  const { reference, receivedAt, list } = theCase;
  return list.pathway === name.pathway && list.locality === name.locality ? [{ reference, receivedAt, list }] : [];
}
