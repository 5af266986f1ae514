import type { References } from '#domain/ports/seals.ts';
import { Transient } from '#domain/problems/errors.ts';
import { faultOf, type Head, type HistoryFault, headOf } from '#domain/process/night-seal.ts';
import { type HistoryStores, historyNames, readHistory } from './read-history.ts';

interface HeadDeps extends HistoryStores {
  readonly references: References;
}

/** A history that cannot be read, or a fault of one that can. */
type Fault = HistoryFault | 'UNREADABLE';

const AT_ONCE = 20;

/**
 * How every history stands, by its name, and what is wrong with which. One that is wrong keeps the head that was sealed of it,
 * unless it is accepted. Each is read consistently: of the table, and of what was sealed. Throws `Transient` as the store does.
 */
export async function readHeads(
  deps: HeadDeps,
  before: readonly Head[],
  accepted: readonly string[],
): Promise<{ heads: readonly Head[]; faults: ReadonlyMap<string, Fault> }> {
  const sealed = new Map(before.map((head) => [head.reference, head]));
  const left = new Set(sealed.keys());
  for await (const reference of deps.references()) for (const name of historyNames(reference)) left.add(name);
  const [heads, faults] = [new Map<string, Head>(), new Map<string, Fault>()];
  const look = async (reference: string) => {
    const known = sealed.get(reference);
    const history = await historyOf(deps, reference);
    const fault = history === 'UNREADABLE' ? history : faultOf(history, known);
    const isAccepted = accepted.includes(reference);
    if (fault !== undefined && !isAccepted) faults.set(reference, fault);
    const isNew = fault === undefined || isAccepted;
    const head = isNew && Array.isArray(history) ? headOf(reference, history) : known;
    if (head !== undefined && !(isAccepted && history === undefined)) heads.set(reference, head);
  };
  const lane = async (all: SetIterator<string>) => {
    for (const reference of all) await look(reference);
  };
  const all = left.values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => lane(all)));
  return { heads: [...heads.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1)), faults };
}

async function historyOf(deps: HeadDeps, name: string) {
  try {
    return await readHistory(deps, name);
  } catch (error) {
    if (error instanceof Transient) throw error;
    return 'UNREADABLE' as const;
  }
}
