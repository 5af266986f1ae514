import type * as z from 'zod';
import { caseSchema } from '#domain/case/case.ts';
import { storedCheckSchema } from '#domain/case/stored-check.ts';
import { noticeSchema } from '#domain/notices/notice.ts';
import type { FoundRecords, StoredItems, WrongItem } from '#domain/ports/reconciler-stores.ts';
import { CorruptItem } from '#domain/problems/errors.ts';
import { COPY, INDEXES } from '#domain/process/indexes.ts';
import { storedReferralSchema } from '#domain/referral/stored-referral.ts';
import { supportSchema } from '#domain/support/support.ts';
import { canonicalJson } from '#domain/values/hash.ts';
import { referenceOf } from './keys.ts';
import { parseItem } from './parse-item.ts';
import { indexedKind, kindOf } from './right-entries.ts';
import type { Item, Table } from './table.ts';
import { laterVersion } from './version.ts';
import type { WholeTable } from './whole-table.ts';

const INDEX_KEYS: ReadonlySet<string> = new Set(Object.values(INDEXES).flatMap(({ key, order }) => [key, order]));

/** The records as they are stored, a part of the table at a time. `table` is the one that is written, `whole` how it is read. */
export function storedItems(table: Pick<Table, 'put'>, whole: Pick<WholeTable, 'page'>): StoredItems {
  return {
    slice: async (from, limit) => {
      const { items, next } = await whole.page(from, limit);
      return {
        looked: items.length,
        wrong: items.flatMap((item) => wrongIn(table, item) ?? []),
        found: foundIn(items),
        next,
      };
    },
  };
}

/** The record of an item, without what only indexes see of it; none where it is damaged. */
function readable<T>(schema: z.ZodType<T>, item: Item): T[] {
  try {
    return [parseItem(schema, item)];
  } catch (error) {
    if (error instanceof CorruptItem) return [];
    throw error;
  }
}

const checkSchema = storedCheckSchema.pick({ reference: true, at: true, evidence: true, earlyHelpAssessment: true });
const receivedSchema = storedReferralSchema.pick({ reference: true, receivedAt: true });

/** What can be read of these kinds. What cannot is named where its place in the indexes is worked out. */
function foundIn(items: readonly Item[]): FoundRecords {
  const ofKind = <T>(wanted: string, schema: z.ZodType<T>): T[] =>
    items
      .filter((item) => kindOf(item) === wanted && laterVersion(item) === undefined)
      .flatMap((item) => readable(schema, item));
  return {
    cases: ofKind('CASE', caseSchema),
    supports: ofKind('SUPPORT', supportSchema),
    referrals: ofKind('REFERRAL', receivedSchema),
    notices: ofKind('NOTICE', noticeSchema),
    checks: ofKind('CHECK', checkSchema),
  };
}

/** What is wrong with the place of an item in the indexes. An item of a later release is not judged: its functions know more. */
function wrongIn(table: Pick<Table, 'put'>, item: Item): WrongItem | undefined {
  const named = { reference: nameOf(item), item: kindOf(item) };
  const kind = indexedKind(named.item);
  if (!kind || laterVersion(item) !== undefined) return undefined;
  const right = entriesOrFault(kind.entries, item);
  if (right === 'UNREADABLE') return { ...named, fault: right, putRight: undefined };
  const isSame = (names: (name: string) => boolean) =>
    canonicalJson(only(item, names)) === canonicalJson(only(right, names));
  const keysFit = isSame((name) => INDEX_KEYS.has(name));
  if (keysFit && isSame((name) => COPY.test(name))) return undefined;
  const bare = only(item, (name) => !(INDEX_KEYS.has(name) || COPY.test(name)));
  const { pk, sk } = item;
  const putRight = () => table.put({ ...bare, ...right, pk, sk }, kind.unchanged(item));
  return { ...named, fault: keysFit ? 'COPIES' : 'KEYS', putRight };
}

/** Working them out asks nothing of anyone, so whatever fails here is the fault of the item. */
function entriesOrFault(entries: (item: Item) => Record<string, unknown>, item: Item) {
  try {
    return entries(item);
  } catch {
    return 'UNREADABLE';
  }
}

function only(item: Readonly<Record<string, unknown>>, isWanted: (name: string) => boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(item).filter(([name]) => isWanted(name)));
}

/** Ids only: what a line of the log may hold. What belongs to a referral is named by it, anything else by its own id. */
function nameOf({ pk, sk, reference }: Item): string {
  if (pk.startsWith('REF#')) return referenceOf(pk);
  if (sk === 'LINK') return typeof reference === 'string' ? reference : '';
  return pk.slice(pk.indexOf('#') + 1);
}
