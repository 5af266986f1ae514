import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import type { Stores } from '#adapters/records/stores.ts';
import { referenceFor } from '#domain/values/reference.ts';
import { REGION } from '#local/assembly/identities.ts';
import { RUN_KEY } from '#local/iam/access-key.ts';
import type { Instance } from '#local/instance.ts';
import { bodyOf } from '#test/cases.ts';
import { storedReferral } from '#test/http/records.ts';
import { caseAfter } from '#test/unit/domain/lists/place-histories.ts';

/** What happened to children who wait, in turn. */
const HISTORIES: readonly (readonly string[])[] = [
  ['accepted', 'band confirmed'],
  ['accepted', 'held', 'hold ended'],
  ['accepted', 'moved to Frome'],
  ['invited to the group', 'band changed'],
  ['accepted', 'moved to home visiting'],
];

/** The stores of a running instance, as its owner reads them. */
export function storesOf({ endpoints, tableName = '' }: Pick<Instance, 'endpoints' | 'tableName'>): Stores {
  const client = dynamoClient({ region: REGION, credentials: RUN_KEY, endpoint: endpoints.dynamodb });
  return createDynamoStores({ tableName, client });
}

/** Puts so many children on the lists, each with a referral, decided on 25 September 2026. */
export async function putOnLists(stores: Stores, children: number): Promise<void> {
  for (let n = 0; n < children; n += 1) {
    const reference = referenceFor('bench', `waits-for-a-year-${n}`, 0);
    await stores.referrals.putReferral({ ...storedReferral(bodyOf('C01', ['evidence-1'])), reference });
    const listed = caseAfter(HISTORIES[n % HISTORIES.length] ?? [], reference);
    await stores.cases.createCase({ ...listed, version: 1, next: 'DONE', outbox: [], task: null });
  }
}
