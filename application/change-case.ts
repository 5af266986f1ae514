import type { Case } from '#domain/case/case.ts';
import type { CaseStore } from '#domain/ports/stores.ts';
import { CaseNotFound, Transient } from '#domain/problems/errors.ts';
import { saveCase } from './save-case.ts';

/** Races lost in a row before a step gives up and lets the workflow try again. */
const ATTEMPTS = 25;

/** Where a kind of aggregate is kept: read consistently, saved only as the version after the one that was read. */
export interface AggregateStore<Aggregate> {
  readonly read: (reference: string) => Promise<Aggregate | undefined>;
  /** False, with nothing written, when someone else was faster. */
  readonly save: (changed: Aggregate) => Promise<boolean>;
}

/** What became of a change; `saved` is false when `change` left the aggregate as it is. */
export interface Change<Aggregate> {
  readonly current: Aggregate;
  readonly saved: boolean;
}

/**
 * Changes an aggregate by one conditional write. Reads it consistently, works out the change and saves it as the next
 * version. Begins again when another write was faster. `change` answers undefined (or the same) to leave it as it is.
 */
export async function changeAggregate<Aggregate extends { readonly version: number }>(
  store: AggregateStore<Aggregate>,
  reference: string,
  change: (current: Aggregate) => Aggregate | undefined,
): Promise<Change<Aggregate>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const current = await store.read(reference);
    if (!current) throw new CaseNotFound(`There is no case ${reference}.`);
    const next = change(current);
    if (!next || next === current) return { current, saved: false };
    const versioned = { ...next, version: current.version + 1 };
    if (await store.save(versioned)) return { current: versioned, saved: true };
  }
  throw new Transient(`Case ${reference} changed too often to be saved.`);
}

export interface Changed {
  readonly theCase: Case;
  /** Whether this call changed it; false when `change` left it as it is. */
  readonly saved: boolean;
}

/** Changes a case by one conditional write; with `openTask` the store also insists that this task is open and undecided. */
export async function changeCase(
  cases: CaseStore,
  reference: string,
  change: (current: Case) => Case | undefined,
  openTask?: string,
): Promise<Changed> {
  const { current, saved } = await changeAggregate(casesAsAggregates(cases, openTask), reference, change);
  return { theCase: current, saved };
}

/** The store of cases as the sweeper and every change see it. One that is being erased is there for neither. */
export function casesAsAggregates(cases: CaseStore, openTask?: string): AggregateStore<Case> {
  const read = async (reference: string) => {
    const found = await cases.readCase(reference);
    return found?.erasing ? undefined : found;
  };
  return { read, save: (changed) => saveCase(cases, changed, openTask) };
}
