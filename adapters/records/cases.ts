import { type Case, caseSchema } from '#domain/case/case.ts';
import { sealedPartSchema, wholeCase } from '#domain/case/seal.ts';
import { type StoredCheck, storedCheckSchema } from '#domain/case/stored-check.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { caseEntries } from './entries.ts';
import { caseKey, checkKey, partKey } from './keys.ts';
import { parseIfThere, parseItem, parseText } from './parse-item.ts';
import { partsOf } from './parts.ts';
import type { Condition, Item, Table } from './table.ts';

const absent = { absent: ['pk'] };

/** What reads a case, over whatever hands out its items. */
export function caseReads(table: Pick<Table, 'get'>): Pick<CaseStore, 'readCase' | 'readPart' | 'readWholeCase'> {
  const readCase = async (reference: string) => {
    const { pk, sk } = caseKey(reference);
    return parseIfThere(caseSchema, await table.get(pk, sk));
  };
  const readPart = async (reference: string, n: number) => {
    const { pk, sk } = partKey(reference, n);
    return parseIfThere(sealedPartSchema, await table.get(pk, sk));
  };
  return {
    readCase,
    readPart,
    readWholeCase: async (reference) => {
      const theCase = await readCase(reference);
      return theCase?.sealed ? wholeCase(theCase, await partsOf(readPart, theCase)) : theCase;
    },
  };
}

export function caseStore(table: Table): CaseStore {
  return {
    ...caseReads(table),
    createCase: (newCase) => table.put(caseItem(newCase), absent),
    putPart: (part) => table.put({ ...partKey(part.reference, part.n), ...part }, absent),
    saveCase: (changed, openTask) => table.put(caseItem(changed), unchangedSince(changed.version - 1, openTask)),
    putCheck: (check) => table.put(checkItem(check), absent),
    readCheck: async (reference, n) => {
      const { pk, sk } = checkKey(reference, n);
      const item = await table.get(pk, sk);
      return item && toCheck(item);
    },
  };
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

function toCheck(item: Item): StoredCheck {
  return parseItem(storedCheckSchema, { ...item, computed: parseText(item, 'computed') });
}
