import type { RecordsToErase, StoredGroup, StoredKey, StoredTrace } from '#domain/ports/erasure.ts';
import { gathered } from './everyone.ts';
import { caseKey, referenceOf } from './keys.ts';
import type { Item, Table } from './table.ts';
import type { Wanted, WholeTable } from './whole-table.ts';

/** A table that is read whole and out of which items are taken. */
export interface ErasableTable extends Pick<Table, 'under'>, Pick<WholeTable, 'items'> {
  /** Every item; in most cases those of one pk follow each other. */
  all(): AsyncIterable<Item>;
  remove(key: StoredKey): Promise<void>;
}

const OF_REFERRAL = caseKey('').pk;
const CASES: Wanted = { is: [caseKey('').sk], begins: [] };
const NO_WORDS: ReadonlySet<string> = new Set();
/** As the ids of uploaded files are written. */
const WORDS = /[\w-]{8,128}/g;

/** A table as what must go is taken out of it. */
export function recordsToErase(table: ErasableTable): RecordsToErase {
  return {
    everything: (words) => grouped(table.all(), words),
    cases: () => grouped(table.items(CASES), NO_WORDS),
    keysOf: async (reference) => (await table.under(caseKey(reference).pk, '')).map(({ pk, sk }) => ({ pk, sk })),
    remove: table.remove,
  };
}

async function* grouped(items: AsyncIterable<Item>, words: ReadonlySet<string>): AsyncGenerator<StoredGroup> {
  let some: Item[] = [];
  for await (const item of items) {
    if (some[0] && some[0].pk !== item.pk) {
      yield groupOf(some, words);
      some = [];
    }
    some.push(item);
  }
  if (some.length > 0) yield groupOf(some, words);
}

function groupOf(items: readonly Item[], words: ReadonlySet<string>): StoredGroup {
  const pk = items[0]?.pk ?? '';
  const isReferral = pk.startsWith(OF_REFERRAL);
  return {
    gathered: isReferral ? gathered(referenceOf(pk), items) : undefined,
    traces: items.map((item) => traceOf(item, isReferral ? item.sk : pk, words)),
  };
}

function traceOf(item: Item, name: string, words: ReadonlySet<string>): StoredTrace {
  const { pk, sk, reference, sent, at, expiresAt, done } = item;
  const kind = name.split('#')[0] ?? '';
  const ofSent = typeof sent === 'object' && sent !== null ? Reflect.get(sent, 'reference') : undefined;
  return {
    key: { pk, sk },
    kind,
    about: textOf(reference) ?? textOf(ofSent),
    at: textOf(expiresAt) ?? textOf(at),
    openTodo: kind === 'TODO' && done === undefined ? String(item.kind) : undefined,
    names: [...new Set(JSON.stringify(item).match(WORDS) ?? [])].filter((word) => words.has(word)),
  };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
