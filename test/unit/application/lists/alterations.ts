import type { Item } from '#adapters/records/table.ts';
import { INDEXES } from '#domain/process/indexes.ts';

/** One alteration by hand: what it is, and the item after it. */
interface Alteration {
  readonly what: string;
  readonly item: Item;
}

const shown = INDEXES.list.shows.filter((name) => /^row/.test(name) && !['rowClaimedBy', 'rowWhy'].includes(name));
/** That is told to whoever comes too late; no place rests on it. The text of an event may be erased. */
const MAY_GO = /^list\.changed|\.text$/;

/** Every alteration and deletion of one part of all that the place of a child rests on in this item. */
export function alterationsOf(item: Item): Alteration[] {
  const isListed = item.listKey !== undefined;
  // The status of a support says what it can be offered: no place rests on it.
  const status = item.sk === 'SUPPORT' ? [] : ['status'];
  const roots = ['list', 'left', ...(isListed ? [...status, 'listKey', 'listOrder', ...shown] : [])];
  const paths = roots.flatMap((name) => pathsOf(item[name], [name]));
  const events = Array.isArray(item.history) ? item.history.map((_event, n) => ['history', n] as const) : [];
  const inEvents = events.flatMap((path) => pathsOf(at(item, path), path));
  return [...paths, ...inEvents].flatMap((path) => {
    const what = path.join('.');
    const altered = { what: `${what} is altered`, item: changed(item, path, another(at(item, path))) };
    return MAY_GO.test(what)
      ? [altered]
      : [altered, { what: `${what} is deleted`, item: changed(item, path, undefined) }];
  });
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path): Path[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null) return value === null && path.length === 1 ? [] : [path];
  return Object.keys(value).flatMap((name) => pathsOf(at(value, [name]), [...path, name]));
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((within, name) => new Map(Object.entries(within ?? {})).get(String(name)), value);
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value === 1 ? 2 : 1;
  if (typeof value === 'boolean') return !value;
  return value === null ? 1 : `${value}0`;
}

function changed(item: Item, path: Path, to: unknown): Item {
  return { pk: item.pk, sk: item.sk, ...JSON.parse(JSON.stringify(within(item, path, to))) };
}

function within(value: unknown, [name, ...rest]: Path, to: unknown): unknown {
  if (name === undefined) return to;
  const next = within(at(value, [name]), rest, to);
  if (Array.isArray(value)) return value.map((one, n) => (String(n) === String(name) ? next : one));
  return { ...new Object(value), [name]: next };
}
