import type { IndexName } from '#domain/process/indexes.ts';

/** One stored item: its key, its attributes, and the attributes that the sparse indexes read. */
export interface Item {
  readonly pk: string;
  readonly sk: string;
  readonly [attribute: string]: unknown;
}

/** What must be true of the stored item for a write to happen. A name may reach into a map: `task.id`. */
export interface Condition {
  readonly absent?: readonly string[];
  readonly equals?: Readonly<Record<string, string | number>>;
}

export interface IndexQuery {
  readonly index: IndexName;
  readonly key: string;
  readonly upTo?: string;
  /** The entry after which to begin, by its order and its key. */
  readonly after?: { readonly order: string; readonly pk: string; readonly sk: string };
  readonly limit: number;
}

/** Which entries of an index are counted: all of a key, or those whose order is below this one. */
export interface IndexRange {
  readonly index: IndexName;
  readonly key: string;
  readonly below?: string | undefined;
}

/** A table of which every write is one conditional write of one whole item, and every read by key is consistent. */
export interface Table {
  get(pk: string, sk: string): Promise<Item | undefined>;
  /** The items under one pk whose sk begins with `prefix`, in the order of sk. */
  under(pk: string, prefix: string): Promise<readonly Item[]>;
  /** At most `limit` of the same, the last sk first, from the one before this sk where it is given. */
  underReversed(pk: string, prefix: string, limit: number, before?: string): Promise<readonly Item[]>;
  /** False, with nothing written, when the condition does not hold. */
  put(item: Item, condition?: Condition): Promise<boolean>;
  /** Entries of a sparse index, in its order, with what it shows of each item: a hint, possibly late. */
  query(query: IndexQuery): Promise<readonly Item[]>;
  /** How many entries a sparse index has there: no entry is handed over. */
  count(range: IndexRange): Promise<number>;
}
