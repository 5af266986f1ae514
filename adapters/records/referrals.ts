import * as z from 'zod';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { type StoredReferral, storedReferralSchema } from '#domain/referral/stored-referral.ts';
import { referralKey, refusedKey } from './keys.ts';
import { parseItem, parseText } from './parse-item.ts';
import type { Item, Table } from './table.ts';

const absent = { absent: ['pk'] };

/** What reads a referral, over whatever hands out its item. */
export function referralReads(table: Pick<Table, 'get'>): Pick<ReferralStore, 'readReferral'> {
  return {
    readReferral: async (reference) => {
      const { pk, sk } = referralKey(reference);
      const item = await table.get(pk, sk);
      return item && toReferral(item);
    },
  };
}

export function referralStore(table: Table): ReferralStore {
  const { readReferral } = referralReads(table);
  return {
    readReferral,
    putReferral: async (referral) => {
      const item = { ...referralKey(referral.reference), ...referral, body: JSON.stringify(referral.body) };
      return (await table.put(item, absent)) ? undefined : readReferral(referral.reference);
    },
    markRefused: async (reference, at) => {
      await table.put({ ...refusedKey(reference), reference, at }, absent);
    },
    wasRefused: async (reference) => {
      const { pk, sk } = refusedKey(reference);
      return (await table.get(pk, sk)) !== undefined;
    },
  };
}

const itemSchema = storedReferralSchema.extend({ body: z.string() });

function toReferral(item: Item): StoredReferral {
  return { ...parseItem(itemSchema, item), body: parseText(item, 'body') };
}
