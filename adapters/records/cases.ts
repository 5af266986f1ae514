import * as z from 'zod';
import { type Case, caseSchema } from '#domain/case/case.ts';
import { type SealedPart, sealedPartSchema, wholeCase } from '#domain/case/seal.ts';
import { type StoredCheck, storedCheckSchema } from '#domain/case/stored-check.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { caseEntries } from './entries.ts';
import { caseKey, checkKey, partKey } from './keys.ts';
import { CorruptItem, parseIfThere, parseItem, parseText } from './parse-item.ts';
import type { Condition, Item, Table } from './table.ts';

const absent = { absent: ['pk'] };

export function caseStore(table: Table): CaseStore {
  const readCase = async (reference: string) => {
    const { pk, sk } = caseKey(reference);
    return parseIfThere(caseSchema, await table.get(pk, sk));
  };
  const readPart = async (reference: string, n: number) => {
    const { pk, sk } = partKey(reference, n);
    return parseIfThere(sealedPartSchema, await table.get(pk, sk));
  };
  return {
    createCase: (newCase) => table.put(caseItem(newCase), absent),
    readCase,
    readPart,
    putPart: (part) => table.put({ ...partKey(part.reference, part.n), ...part }, absent),
    readWholeCase: async (reference) => {
      const theCase = await readCase(reference);
      if (!theCase?.sealed) return theCase;
      const numbers = Array.from({ length: theCase.sealed }, (_, index) => index + 1);
      return wholeCase(theCase, await Promise.all(numbers.map((n) => mustPart(readPart, reference, n))));
    },
    saveCase: (changed, openTask) => table.put(caseItem(changed), unchangedSince(changed.version - 1, openTask)),
    putCheck: (check) => table.put(checkItem(check), absent),
    readCheck: async (reference, n) => {
      const { pk, sk } = checkKey(reference, n);
      const item = await table.get(pk, sk);
      return item && toCheck(item);
    },
  };
}

/** A part is stored before the case that counts it, so one that is missing was lost. */
async function mustPart(
  readPart: (reference: string, n: number) => Promise<SealedPart | undefined>,
  reference: string,
  n: number,
): Promise<SealedPart> {
  const part = await readPart(reference, n);
  if (!part) throw new CorruptItem(`Part ${n} of case ${reference} is not there. Restore it.`);
  return part;
}

function unchangedSince(version: number, openTask: string | undefined): Condition {
  if (openTask === undefined) return { equals: { version } };
  return { equals: { version, 'task.id': openTask }, absent: ['task.decision'] };
}

function caseItem(theCase: Case): Item {
  return { ...caseKey(theCase.reference), ...theCase, ...caseEntries(theCase) };
}

function checkItem(check: StoredCheck): Item {
  return { ...checkKey(check.reference, check.n), ...check, computed: JSON.stringify(check.computed) };
}

const storedSchema = storedCheckSchema.extend({ computed: z.string() });

function toCheck(item: Item): StoredCheck {
  return storedCheckSchema.parse({ ...parseItem(storedSchema, item), computed: parseText(item, 'computed') });
}
