import { isDeepStrictEqual } from 'node:util';

export type Item = Readonly<Record<string, unknown>>;

/** A table, as far as putting back needs one. */
export interface Records {
  /** Every item there is. */
  all(): AsyncIterable<Item>;
  /** Stores an item only where none stands under its key; whether it did. */
  putIfAbsent(item: Item): Promise<boolean>;
}

interface Given {
  readonly from: Pick<Records, 'all'>;
  readonly to: Records;
  /** References that were erased since: none of their items comes back. */
  readonly without: ReadonlySet<string>;
  readonly write: boolean;
}

/** Kinds that are worth nothing later: a session, a code, the right of one sweep, and what the sweeper has put off. */
const OF_THE_MOMENT = /^(SESSION|CHALLENGE|LEASE)#|\bPAUSE#/;

/**
 * Puts back what a restored table has and the live one has lost. It never writes over an item, so what came later stays.
 * Items that differ are named for a person to compare. Gives lines that hold references and kinds only.
 */
export async function putBack({ from, to, without, write }: Given): Promise<readonly string[]> {
  const there = new Map<string, Item>();
  for await (const item of to.all()) there.set(keyOf(item), item);
  const [missing, other] = [new Map<string, number>(), new Map<string, number>()];
  let written = 0;
  for await (const item of from.all()) {
    const name = nameOf(item);
    if (OF_THE_MOMENT.test(keyOf(item)) || isOf(item, without)) continue;
    const live = there.get(keyOf(item));
    if (live !== undefined && !isDeepStrictEqual(live, item)) other.set(name, (other.get(name) ?? 0) + 1);
    if (live !== undefined) continue;
    missing.set(name, (missing.get(name) ?? 0) + 1);
    if (write && (await to.putIfAbsent(item))) written += 1;
  }
  return [
    ...lines(missing, 'missing'),
    ...lines(other, 'not as it was then'),
    write
      ? `${written} items were put back. Nothing was written over.`
      : `Nothing was written. ${sum(missing)} items would be put back with --write.`,
  ];
}

const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;

/** The reference, or the kind alone: other keys may be hashes of what identifies someone. */
function nameOf({ pk }: Item): string {
  const [kind = '', id = ''] = String(pk).split('#');
  return kind === 'REF' ? id : kind;
}

function isOf(item: Item, without: ReadonlySet<string>): boolean {
  return without.has(nameOf(item)) || (typeof item.reference === 'string' && without.has(item.reference));
}

const sum = (counted: ReadonlyMap<string, number>) => [...counted.values()].reduce((all, one) => all + one, 0);

function lines(counted: ReadonlyMap<string, number>, what: string): string[] {
  return [...counted].toSorted().map(([name, count]) => `${name}: ${count} ${what}`);
}
