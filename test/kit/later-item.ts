import type { Item } from '#adapters/records/table.ts';
import { ITEM_VERSION } from '#adapters/records/version.ts';
import { COPY } from '#domain/process/indexes.ts';
import { canonicalJson, sha256 } from '#domain/values/hash.ts';

/** What a later release adds to every object that it stores. */
const LATER = 'laterField';
/** The version of a release that comes after this one. */
export const LATER_VERSION = ITEM_VERSION + 1;

type Fields = Readonly<Record<string, unknown>>;

/** Kept as JSON text within an item; the answers of a draft hold nothing but text. */
const texts = ['body', 'computed', 'answers'];

/** The item as a later release stores it: with its version, and a field more in every object that the item holds. */
export function asLater(item: Item): Item {
  const { pk, sk } = item;
  const marked = marks(item);
  const asText = texts.flatMap((name) => (typeof item[name] === 'string' ? [[name, markedText(item[name])]] : []));
  return { ...marked, ...Object.fromEntries(asText), ...relinked(marked.history), pk, sk, v: LATER_VERSION };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function marks(fields: Fields): Fields {
  const members = Object.entries(fields).map(([name, value]) => [name, markedValue(value)]);
  return { [LATER]: 'kept', ...Object.fromEntries(members) };
}

function markedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((member) => markedValue(member));
  return isObject(value) ? marks(value) : value;
}

function markedText(text: string): string {
  return JSON.stringify(markedValue(JSON.parse(text)));
}

/** A history whose hashes cover what the later release has added, as its own code would have written it. */
function relinked(history: unknown): { readonly history?: readonly Fields[] } {
  if (!Array.isArray(history) || !history.every((event) => isObject(event) && 'hash' in event)) return {};
  let previousHash = '';
  const events = history.filter(isObject).map((event) => {
    const linked = { ...event, previousHash };
    const covered = Object.entries(linked).filter(([name]) => name !== 'hash' && name !== 'text');
    previousHash = sha256(canonicalJson(Object.fromEntries(covered)));
    return { ...linked, hash: previousHash };
  });
  return { history: events };
}

/** Where something that a later release has added to `before` is gone from `after`, though what it was added to is there. */
export function lostFrom(before: unknown, after: unknown, path = ''): readonly string[] {
  if (Array.isArray(before)) {
    return before.flatMap((member, i) =>
      lostFrom(member, Array.isArray(after) ? after[i] : undefined, `${path}[${i}]`),
    );
  }
  if (!isObject(before) || !isObject(after) || !isSame(before, after)) return [];
  const own = LATER in before && !(LATER in after) ? [`${path}.${LATER}`] : [];
  // Copies for an index are made anew with every write.
  const kept = Object.keys(before).filter((name) => !COPY.test(name));
  return [...own, ...kept.flatMap((name) => lostFrom(before[name], after[name], `${path}.${name}`))];
}

/** What tells one thing from another that has taken its place. */
const identity = ['id', 'n', 'evidenceId', 'at', 'openedAt', 'decidedAt', 'why', 'question', 'token', 'acceptedOn'];

function isSame(before: Fields, after: Fields): boolean {
  return identity.every((name) => before[name] === after[name]);
}
