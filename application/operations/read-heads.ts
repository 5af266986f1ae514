import type { Everyone } from '#domain/ports/everyone.ts';
import { Transient } from '#domain/problems/errors.ts';
import { faultOf, type Head, type HistoryFault, headOf } from '#domain/process/night-seal.ts';
import { type HistoryStores, historyNames, readHistory, referralOf } from './read-history.ts';

interface HeadDeps extends HistoryStores {
  readonly everyone: Pick<Everyone, 'histories'>;
}

/** A history that cannot be read, or a fault of one that can. */
type Fault = HistoryFault | 'UNREADABLE';

const AT_ONCE = 20;

/**
 * How every history stands, by its name, and what is wrong with which. One that is wrong keeps the head that was sealed of it,
 * unless it is accepted. One that is gone and whose referral was erased has none any more. All are read in one pass over the table, and what is wrong or was sealed and is not there once more by
 * key. Every read is consistent. Throws `Transient` as the store does.
 */
export async function readHeads(
  deps: HeadDeps,
  before: readonly Head[],
  accepted: readonly string[],
  erased: ReadonlySet<string> = new Set(),
): Promise<{ heads: readonly Head[]; faults: ReadonlyMap<string, Fault> }> {
  const sealed = new Map(before.map((head) => [head.reference, head]));
  const left = new Set(sealed.keys());
  const [heads, faults] = [new Map<string, Head>(), new Map<string, Fault>()];
  const stands = async (read: HistoryStores, name: string) => {
    const history = await historyOf(read, name);
    return { history, fault: history === 'UNREADABLE' ? history : faultOf(history, sealed.get(name)) };
  };
  const look = async (reference: string, gathered?: HistoryStores) => {
    const known = sealed.get(reference);
    const first = gathered && (await stands(gathered, reference));
    const { history, fault } = first && first.fault === undefined ? first : await stands(deps, reference);
    // What was erased has no history any more, and that is no fault.
    if (history === undefined && erased.has(referralOf(reference))) return;
    const isAccepted = accepted.includes(reference);
    if (fault !== undefined && !isAccepted) faults.set(reference, fault);
    const isNew = fault === undefined || isAccepted;
    const head = isNew && Array.isArray(history) ? headOf(reference, history) : known;
    if (head !== undefined && !(isAccepted && history === undefined)) heads.set(reference, head);
  };
  for await (const gathered of deps.everyone.histories()) {
    for (const name of historyNames(gathered.reference)) {
      left.delete(name);
      await look(name, gathered);
    }
  }
  const lane = async (all: SetIterator<string>) => {
    for (const reference of all) await look(reference);
  };
  const all = left.values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => lane(all)));
  return { heads: [...heads.values()].sort((a, b) => (a.reference < b.reference ? -1 : 1)), faults };
}

async function historyOf(deps: HistoryStores, name: string) {
  try {
    return await readHistory(deps, name);
  } catch (error) {
    if (error instanceof Transient) throw error;
    return 'UNREADABLE' as const;
  }
}
