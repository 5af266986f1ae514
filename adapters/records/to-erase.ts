import { isDeepStrictEqual } from 'node:util';
import { isOpen, statusSchema } from '#domain/case/codes.ts';
import { type Former, withoutFormer } from '#domain/people/former.ts';
import type { RecordsToErase, StoredGroup, StoredKey, StoredTrace } from '#domain/ports/erasure.ts';
import { readPath } from '#domain/values/read-path.ts';
import { gathered } from './everyone.ts';
import { caseKey, mailKey, referenceOf, sameMailKey, TEAM_KEY } from './keys.ts';
import type { Item, Table } from './table.ts';
import type { Wanted, WholeTable } from './whole-table.ts';

/** A table that is read whole and out of which items are taken. */
export interface ErasableTable extends Pick<Table, 'under' | 'put'>, Pick<WholeTable, 'items' | 'getAll'> {
  /** Every item; in most cases those of one pk follow each other. */
  all(): AsyncIterable<Item>;
  remove(key: StoredKey): Promise<void>;
}

const OF_REFERRAL = caseKey('').pk;
const OF_MAIL = mailKey('').pk;
const OF_SAME_MAIL = sameMailKey('').pk;
/** A case that is open is never due; but erasing that was begun is ended. */
const OPEN = { attribute: 'status', values: statusSchema.options.filter(isOpen), unless: 'erasing' };
const CASES_THAT_ENDED: Wanted = { is: [caseKey('').sk], begins: [], without: OPEN };
const NO_WORDS: ReadonlySet<string> = new Set();
/** As the ids of uploaded files are written. */
const WORDS = /[\w-]{8,128}/g;

/** A table as what must go is taken out of it. */
export function recordsToErase(table: ErasableTable): RecordsToErase {
  return {
    everything: (words) => grouped(table.all(), words),
    cases: (references) => casesThatEnded(table, references),
    keysOf: async (reference) => (await table.under(caseKey(reference).pk, '')).map(({ pk, sk }) => ({ pk, sk })),
    forgetPeople: (people) => forgetIn(table, people),
    remove: table.remove,
  };
}

async function* casesThatEnded(table: ErasableTable, references: readonly string[]): AsyncGenerator<StoredGroup> {
  yield* grouped(table.items(CASES_THAT_ENDED), NO_WORDS);
  for (const item of await table.getAll(references.map(caseKey))) yield groupOf([item], NO_WORDS);
}

/** How often one item is tried that others change at the same moment. */
const TRIES = 3;

async function forgetIn(table: ErasableTable, people: readonly Former[]): Promise<boolean> {
  let isDone = true;
  for await (const item of table.all()) {
    const { pk, reference } = item;
    // The team itself goes last, and says who they were until then.
    if (pk === TEAM_KEY.pk || pk.startsWith(OF_REFERRAL) || reference !== undefined) continue;
    if (!(await forgetInOne(table, item, people))) isDone = false;
  }
  return isDone;
}

/** The items that say who did something have a version each. It is the condition, and is raised like by any other change. */
async function forgetInOne(table: ErasableTable, read: Item, people: readonly Former[]): Promise<boolean> {
  const { pk, sk } = read;
  let item: Item | undefined = read;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const version: unknown = item?.version;
    if (item === undefined || typeof version !== 'number') return true;
    const next = withoutFormer(item, people);
    if (typeof next !== 'object' || isDeepStrictEqual(next, item)) return true;
    if (await table.put({ ...next, pk, sk, version: version + 1 }, { equals: { version } })) return true;
    item = (await table.under(pk, sk)).find((one) => one.sk === sk);
  }
  return false;
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
  const mail = pk.startsWith(OF_MAIL) ? mailTrace(item) : undefined;
  return {
    key: { pk, sk },
    kind,
    about: textOf(reference) ?? textOf(readPath(sent, 'reference')) ?? mail?.about,
    at: mail ? mail.at : (textOf(expiresAt) ?? textOf(at)),
    goesWith: pk.startsWith(OF_SAME_MAIL) ? mailKey(String(item.id)).pk : undefined,
    openTodo: kind === 'TODO' && done === undefined ? String(item.kind) : undefined,
    names: wordsIn(item, words),
  };
}

/**
 * An email ends with its closing, and a copy as it came. It is about a referral once nothing of it is left in the bucket: taken out
 * before that, it would be taken in again as a new one.
 */
function mailTrace({ closed, copyOf, receivedAt, deletedAt }: Item) {
  return {
    at: textOf(readPath(closed, 'at')) ?? (copyOf === undefined ? undefined : textOf(receivedAt)),
    about: deletedAt === undefined ? undefined : textOf(readPath(closed, 'reference')),
  };
}

/** Which of these words stand anywhere in an item. */
function wordsIn(item: Item, words: ReadonlySet<string>): string[] {
  if (words.size === 0) return [];
  return [...new Set(JSON.stringify(item).match(WORDS) ?? [])].filter((word) => words.has(word));
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);
