import { type ChildOfNight, childOfNight } from '#domain/lists/balance/balance.ts';
import { entryOf, historyOf, type StoredChild } from '#domain/lists/balance/child.ts';
import { entryFaults } from '#domain/lists/balance/entry-faults.ts';
import type { Fault, Finding } from '#domain/lists/balance/findings.ts';
import { type IndexedRow, indexFaults } from '#domain/lists/balance/index-faults.ts';
import { isOnNoList } from '#domain/lists/balance/on-no-list.ts';
import { listKey } from '#domain/lists/index-copies.ts';
import { isListEvent } from '#domain/lists/list-events.ts';
import type { Everyone } from '#domain/ports/everyone.ts';
import type { TodoStore } from '#domain/ports/stores.ts';
import { type ChildDeps, readChild } from './read-child.ts';

export interface LookDeps extends ChildDeps {
  readonly everyone: Pick<Everyone, 'traces' | 'listRows'>;
  readonly todos: Pick<TodoStore, 'todosOf'>;
}

/** What one look at these children saw: those that can be read, and what is wrong with which. */
export interface Look {
  readonly children: Map<string, ChildOfNight>;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 20;

/**
 * Holds what is stored of every child against its events and against the index, in one pass over the table. The index may lag, a
 * place may change meanwhile and a child may come in pieces. So what is found counts only if a second look finds it too.
 */
export async function lookAtEveryone(deps: LookDeps, closedAt: string): Promise<Look> {
  const rows = await rowsOf(deps);
  const { look, seen } = looking(deps, rows, closedAt);
  const left = new Set(rows.keys());
  for await (const gathered of deps.everyone.traces()) {
    left.delete(gathered.reference);
    await look(gathered, gathered.reference);
  }
  await each(left, (reference) => look(deps, reference));
  return seen;
}

/** The same of these children alone, each read by key: the second look. */
export async function lookAtChildren(deps: LookDeps, references: ReadonlySet<string>, closedAt: string): Promise<Look> {
  const { look, seen } = looking(deps, await rowsOf(deps), closedAt);
  await each(references, (reference) => look(deps, reference));
  return seen;
}

function looking(deps: LookDeps, rows: ReadonlyMap<string, readonly IndexedRow[]>, closedAt: string) {
  const children = new Map<string, ChildOfNight>();
  const findings: Finding[] = [];
  const look = async (read: ChildDeps, reference: string) => {
    const child = await readChild(read, reference);
    if (typeof child === 'string') return void findings.push({ reference, fault: child });
    const { events, ...history } = historyOf(child);
    const ofLists = { ...history, events: events.filter(isListEvent) };
    if (ofLists.events.length > 0 || history.entry) children.set(reference, childOfNight(ofLists, closedAt));
    const entry = entryOf(child);
    const at = entry ? { list: listKey(entry) } : {};
    for (const fault of await faultsOf(deps, child, rows.get(reference) ?? []))
      findings.push({ reference, fault, ...at });
  };
  return { look, seen: { children, findings } };
}

async function each(references: ReadonlySet<string>, look: (reference: string) => Promise<void>): Promise<void> {
  const all = references.values();
  const lane = async () => {
    for (const reference of all) await look(reference);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function faultsOf({ todos }: LookDeps, child: StoredChild, rows: readonly IndexedRow[]): Promise<Fault[]> {
  const faults = [...entryFaults(child), ...indexFaults(child, rows)];
  if (!isOnNoList(child)) return faults;
  const isAsked = (await todos.todosOf(child.reference)).some(({ done }) => done === undefined);
  return isAsked ? faults : [...faults, 'ON_NO_LIST'];
}

async function rowsOf({ everyone }: LookDeps): Promise<Map<string, IndexedRow[]>> {
  const rows = new Map<string, IndexedRow[]>();
  for await (const one of everyone.listRows()) {
    const { reference } = one.row;
    rows.set(reference, [...(rows.get(reference) ?? []), one]);
  }
  return rows;
}
