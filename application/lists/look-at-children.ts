import { type ChildOfNight, childOfNight } from '#domain/lists/balance/balance.ts';
import { entryOf, historyOf, type StoredChild } from '#domain/lists/balance/child.ts';
import { entryFaults } from '#domain/lists/balance/entry-faults.ts';
import type { Fault, Finding } from '#domain/lists/balance/findings.ts';
import { type IndexedRow, indexFaults } from '#domain/lists/balance/index-faults.ts';
import { isOnNoList } from '#domain/lists/balance/on-no-list.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import { isListEvent } from '#domain/lists/list-events.ts';
import type { Indexes, TodoStore } from '#domain/ports/stores.ts';
import { type ChildDeps, readChild } from './read-child.ts';
import { MOST_ON_A_LIST } from './read-list.ts';
import { LISTS } from './read-lists.ts';

export interface LookDeps extends ChildDeps {
  readonly indexes: Pick<Indexes, 'list'>;
  readonly todos: Pick<TodoStore, 'todosOf'>;
}

/** What one look at these children saw: those that can be read, and what is wrong with which. */
export interface Look {
  readonly children: Map<string, ChildOfNight>;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 20;

/**
 * Holds what is stored of each child against its events and against the index. The index may lag and a place may change
 * meanwhile, so what is found counts only if a second look finds it too.
 */
export async function lookAtChildren(deps: LookDeps, references: ReadonlySet<string>, closedAt: string): Promise<Look> {
  const rows = await rowsOf(deps);
  const children = new Map<string, ChildOfNight>();
  const findings: Finding[] = [];
  const look = async (reference: string) => {
    const child = await readChild(deps, reference);
    if (typeof child === 'string') return void findings.push({ reference, fault: child });
    const { events, ...history } = historyOf(child);
    const ofLists = { ...history, events: events.filter(isListEvent) };
    if (ofLists.events.length > 0 || history.entry) children.set(reference, childOfNight(ofLists, closedAt));
    const entry = entryOf(child);
    const at = entry ? { list: listKey(entry) } : {};
    for (const fault of await faultsOf(deps, child, rows.get(reference) ?? []))
      findings.push({ reference, fault, ...at });
  };
  const all = new Set([...references, ...rows.keys()]).values();
  const lane = async () => {
    for (const reference of all) await look(reference);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return { children, findings };
}

async function faultsOf({ todos }: LookDeps, child: StoredChild, rows: readonly IndexedRow[]): Promise<Fault[]> {
  const faults = [...entryFaults(child), ...indexFaults(child, rows)];
  if (!isOnNoList(child)) return faults;
  const isAsked = (await todos.todosOf(child.reference)).some(({ done }) => done === undefined);
  return isAsked ? faults : [...faults, 'ON_NO_LIST'];
}

async function rowsOf({ indexes }: LookDeps): Promise<Map<string, IndexedRow[]>> {
  const rows = new Map<string, IndexedRow[]>();
  for (const name of LISTS) {
    const list = listKey(name);
    for (const row of await indexes.list(name.pathway, name.locality, MOST_ON_A_LIST)) {
      rows.set(row.reference, [...(rows.get(row.reference) ?? []), { list, row }]);
    }
  }
  return rows;
}
