import { isDeepStrictEqual } from 'node:util';
import { type Former, withoutFormer } from '#domain/people/former.ts';
import type { RecordsToErase, StoredGroup, StoredKey, StoredTrace } from '#domain/ports/erasure.ts';
import { gathered } from './everyone.ts';
import { caseKey, referenceOf, TEAM_KEY } from './keys.ts';
import type { Item, Table } from './table.ts';
import type { Wanted, WholeTable } from './whole-table.ts';

/** A table that is read whole and out of which items are taken. */
export interface ErasableTable extends Pick<Table, 'under' | 'put'>, Pick<WholeTable, 'items'> {
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
    forgetPeople: (people) => forgetIn(table, people),
    remove: table.remove,
  };
}

/** The items that say who did something have a version each; it is the condition, and stays. */
async function forgetIn(table: ErasableTable, people: readonly Former[]): Promise<void> {
  for await (const item of table.all()) {
    const { pk, sk, version, reference } = item;
    // The team itself goes last, and says who they were until then.
    if (pk === TEAM_KEY.pk || pk.startsWith(OF_REFERRAL) || reference !== undefined || typeof version !== 'number')
      continue;
    const next = withoutFormer(item, people);
    if (typeof next !== 'object' || isDeepStrictEqual(next, item)) continue;
    await table.put({ ...next, pk, sk }, { equals: { version } });
  }
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
