import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { createVerifyMac } from '#adapters/kms/seal-key.ts';
import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createReferences } from '#adapters/records/dynamodb/references.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { createErasedList } from '#adapters/s3/erased-list.ts';
import { createSealStore } from '#adapters/s3/seal-store.ts';
import { verifyHistories } from './histories.ts';
import { verifySeals } from './seals.ts';
import type { VerifySettings } from './settings.ts';

const NO_SEALS = 'Seals were not read: name their bucket and key to hold histories against them.';

/** What was found, in lines for people, and whether all of it holds. */
export interface Verdict {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

/** Verifies every history of a table, and against every seal where these are named. */
export async function verify({ tableName, sealed, records, seals: where }: VerifySettings): Promise<Verdict> {
  const client = dynamoClient(records);
  const stores = createDynamoStores({ tableName, client });
  const histories = await verifyHistories(stores, createReferences({ tableName, client })());
  const found = `${histories.cases} cases read, ${histories.broken.length} with a broken history.`;
  const lines = [...histories.broken, found];
  if (sealed === undefined) return { lines: [...lines, NO_SEALS], isWhole: histories.broken.length === 0 };
  const verifyMac = createVerifyMac({ keyId: sealed.keyId, client: new KMSClient(where) });
  const s3 = new S3Client({ ...where, responseChecksumValidation: 'WHEN_REQUIRED' });
  const seals = createSealStore({ bucket: sealed.bucket, client: s3 });
  const erased = createErasedList({ bucket: sealed.bucket, client: s3 });
  const against = await verifySeals({ seals, verifyMac, erased }, histories);
  const { seals: count, lastNight, broken, accepted } = against;
  const upTo = lastNight === undefined ? 'so nothing but the chains is proven' : `up to the night of ${lastNight}`;
  const counted = `${count} seals read, ${upTo}; ${broken.length} faults against them.`;
  const isWhole = histories.broken.length + broken.length === 0;
  return { lines: [...lines, ...accepted, ...against.erased, ...broken, counted], isWhole };
}
