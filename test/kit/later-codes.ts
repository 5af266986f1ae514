import type { Item, Table } from '#adapters/records/table.ts';
import { LATER_VERSION } from './later-item.ts';

/** A code that a later release has stored and that this one does not know. */
export const LATER = 'LATER_CODE';

type Path = readonly (string | number)[];

/**
 * The value with the code put in at a path such as `task.kind`, or `history.-1.by.kind` for the last of a list. The
 * value itself if there is no such place.
 */
export function withCode(value: unknown, path: string, code: unknown = LATER): unknown {
  return put(value, path.split('.'), code);
}

function put(value: unknown, [name, ...rest]: Path, code: unknown): unknown {
  if (name === undefined) return code;
  if (Array.isArray(value)) {
    const at = value.length - 1;
    return value.map((member: unknown, i) => (i === at ? put(member, rest, code) : member));
  }
  if (typeof value !== 'object' || value === null) return value;
  const member: unknown = new Map(Object.entries(value)).get(String(name));
  return { ...value, [name]: put(member, rest, code) };
}

/** Writes one item anew as a later release does, with this code at this place. */
export async function writeCode(
  table: Table,
  { pk, sk }: { readonly pk: string; readonly sk: string },
  path: string,
  code: unknown = LATER,
): Promise<void> {
  const item = await table.get(pk, sk);
  if (!item) throw new Error(`There is no item ${pk} / ${sk}.`);
  const changed = withCode(item, path, code);
  await table.put({ ...Object(changed), pk, sk, v: LATER_VERSION });
}

/** Whether the code stands anywhere in the item. */
export function holdsLater(item: Item | undefined): boolean {
  return JSON.stringify(item ?? null).includes(LATER);
}
