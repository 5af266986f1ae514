import type * as z from 'zod';
import { CorruptItem } from '#domain/problems/errors.ts';
import { COPY, INDEXES } from '#domain/process/indexes.ts';
import type { Item } from './table.ts';
import { laterVersion } from './version.ts';

const keyAttributes = new Set(['pk', 'sk', ...Object.values(INDEXES).flatMap(({ key, order }) => [key, order])]);

/**
 * The record of a stored item, with its version where that is a later release's. An item that is not one is an error that
 * names where it is and never what is in it.
 */
export function parseItem<Schema extends z.ZodType>(schema: Schema, item: Item): z.output<Schema> {
  const record = Object.fromEntries(
    Object.entries(item).filter(([name]) => !isOfTable(name) && (name !== 'v' || laterVersion(item) !== undefined)),
  );
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map(({ code, path }) => `${String(path[0] ?? 'the item')}: ${code}`).join(', ');
  throw new CorruptItem(`The stored item ${item.pk} / ${item.sk} is not what it should be (${wrong}). Restore it.`);
}

function isOfTable(name: string): boolean {
  return keyAttributes.has(name) || COPY.test(name);
}

/** As `parseItem`, for an item that need not be there. */
export function parseIfThere<Schema extends z.ZodType>(
  schema: Schema,
  item: Item | undefined,
): z.output<Schema> | undefined {
  return item && parseItem(schema, item);
}

/** A value kept as JSON text inside an item, so that it comes back exactly as it was whatever the table does to numbers. */
export function parseText(item: Item, attribute: string): unknown {
  try {
    return JSON.parse(String(item[attribute]));
  } catch {
    throw new CorruptItem(
      `The stored item ${item.pk} / ${item.sk} is not what it should be (${attribute}). Restore it.`,
    );
  }
}
