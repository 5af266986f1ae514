import type { Divergence, Place, Reconciliation } from '../process/reconciliation.ts';

/** What was found of one stored item whose place in the indexes is not as it should be. */
export interface WrongItem {
  /** What names it in a log: a reference, or the id of a draft or a slot. */
  readonly reference: string;
  /** Its kind, as its key has it. */
  readonly item: string;
  readonly fault: Divergence;
  /**
   * Stores it anew as it stands, with the keys and copies that it should have. False, with nothing written, when it has changed
   * since it was read. Undefined where no one can tell what it should be.
   */
  readonly putRight: (() => Promise<boolean>) | undefined;
}

/** A part of the table, and what is wrong in it. */
export interface StoredSlice {
  readonly looked: number;
  readonly wrong: readonly WrongItem[];
  /** The references of the cases and the referrals in it. */
  readonly references: readonly string[];
  /** Where the next one begins; undefined at the end of the table. */
  readonly next: Place | undefined;
}

/** The records as they are stored, for who compares them with each other. All reads are consistent. */
export interface StoredItems {
  /** The next so many items, from this place on or from the beginning. Throws `Transient`. */
  slice(from: Place | undefined, limit: number): Promise<StoredSlice>;
}

/** Where it is kept how far the records are compared: one item. */
export interface ReconciliationStore {
  readReconciliation(): Promise<Reconciliation | undefined>;
  /** False, with nothing written, when another run was faster. */
  saveReconciliation(reconciliation: Reconciliation): Promise<boolean>;
}
