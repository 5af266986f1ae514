import type { IndexName } from '#domain/process/indexes.ts';
import type { Item } from './table.ts';

/** Which items of a table: those whose sk is one of these, or begins with one of these. */
export interface Wanted {
  readonly is: readonly string[];
  readonly begins: readonly string[];
  /** Of these, none whose `attribute` has one of these values, unless it has the attribute `unless` too. */
  readonly without?: { readonly attribute: string; readonly values: readonly string[]; readonly unless: string };
}

/** The key of one item. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** A table as work on everyone reads it: a page at a time, not an item. Reads of items are consistent. */
export interface WholeTable {
  /** These items of the whole table; in most cases those of one pk follow each other, in the order of sk. */
  items(wanted: Wanted): AsyncIterable<Item>;
  /** The next so many items of the whole table, from after this key on, and the key after which the next ones come. */
  page(
    from: ItemKey | undefined,
    limit: number,
  ): Promise<{ readonly items: readonly Item[]; readonly next: ItemKey | undefined }>;
  /** Every entry of a sparse index, in no order, with what it shows of each item: a hint, possibly late. */
  entries(index: IndexName): AsyncIterable<Item>;
  /** Those of these items that are there, in no order. */
  getAll(keys: readonly ItemKey[]): Promise<readonly Item[]>;
}
