import * as z from 'zod';
import type { ClaimStore } from '#domain/ports/stores.ts';
import { Transient } from '#domain/problems/errors.ts';
import { stored } from '#domain/values/stored.ts';
import { claimKey } from './keys.ts';
import { parseIfThere } from './parse-item.ts';
import type { Condition, Table } from './table.ts';

const claimSchema = stored({ reference: z.string() });

export function claimStore(table: Table): ClaimStore {
  const take = async (childHash: string, reference: string, condition: Condition) => {
    if (await table.put({ ...claimKey(childHash), reference }, condition)) return reference;
    const { pk, sk } = claimKey(childHash);
    return parseIfThere(claimSchema, await table.get(pk, sk))?.reference;
  };
  return {
    claim: async (childHash, reference) => held(await take(childHash, reference, { absent: ['pk'] })),
    takeOver: async (childHash, from, reference) =>
      held(await take(childHash, reference, { equals: { reference: from } })),
  };
}

function held(reference: string | undefined): string {
  if (reference === undefined) throw new Transient('A claim was given up while it was being taken. Try again.');
  return reference;
}
