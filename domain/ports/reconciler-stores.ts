import type { Case } from '../case/case.ts';
import type { StoredCheck } from '../case/stored-check.ts';
import type { Notice } from '../notices/notice.ts';
import type { Divergence, Place, Reconciliation } from '../process/reconciliation.ts';
import type { StoredReferral } from '../referral/stored-referral.ts';
import type { Support } from '../support/support.ts';

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

/** What a check says of the files of documents. */
export type CheckedFiles = Pick<StoredCheck, 'reference' | 'at' | 'evidence' | 'earlyHelpAssessment'>;

/** Records of a slice. Those of one referral may lie in two slices: what is missing here is read by key before it is judged. */
export interface FoundRecords {
  readonly cases: readonly Case[];
  readonly supports: readonly Support[];
  /** Of referrals, which are never changed. */
  readonly referrals: readonly Pick<StoredReferral, 'reference' | 'receivedAt'>[];
  readonly notices: readonly Notice[];
  readonly checks: readonly CheckedFiles[];
}

/** The bucket of uploaded files, for who compares it with the records. */
export interface FileVersions {
  /** Every version of every file, by its id. Throws `Transient`. */
  all(): Promise<ReadonlySet<string>>;
}

/** A part of the table, and what is wrong in it. */
export interface StoredSlice {
  readonly looked: number;
  readonly wrong: readonly WrongItem[];
  /** What of it is compared with what stands elsewhere, as far as it can be read and is not of a later release. */
  readonly found: FoundRecords;
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
