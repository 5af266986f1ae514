import { COPY, INDEXES, type IndexName } from '#domain/process/indexes.ts';
import { type Row, readRow } from '#domain/process/rows.ts';
import type { Item } from './table.ts';

/** What a projection adds to an item: each field of the row as an attribute of its own, those without a value left out. */
export function copiesOf(row: Row): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      value === undefined ? [] : [[`row${name.slice(0, 1).toUpperCase()}${name.slice(1)}`, value]],
    ),
  );
}

/** The row that an entry of an index shows; what this release does not know of it is passed over. */
export function rowOf(entry: Item): Row {
  const named = Object.entries(entry).map(([name, value]) => [COPY.test(name) ? fieldOf(name) : name, value]);
  return readRow(Object.fromEntries(named));
}

/** What an index holds of an item: its keys, those of the table, and what it shows. Undefined when it has no entry there. */
export function entryIn(index: IndexName, item: Item): Item | undefined {
  const { key, order, shows } = INDEXES[index];
  if (typeof item[key] !== 'string' || typeof item[order] !== 'string') return undefined;
  const held = new Set<string>(['pk', 'sk', key, order, ...shows]);
  const { pk, sk } = item;
  return { ...Object.fromEntries(Object.entries(item).filter(([name]) => held.has(name))), pk, sk };
}

function fieldOf(copy: string): string {
  return `${copy.slice(3, 4).toLowerCase()}${copy.slice(4)}`;
}
