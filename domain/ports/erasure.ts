import type { Former } from '../people/former.ts';
import type { Erased } from '../process/erased.ts';
import type { Gathered } from './everyone.ts';

/** Under which key something is stored. */
export interface StoredKey {
  readonly pk: string;
  readonly sk: string;
}

/** One stored item, without what is in it. */
export interface StoredTrace {
  readonly key: StoredKey;
  /** Such as `NOTICE` or `LINK`. */
  readonly kind: string;
  /** The referral that it is about, where it stands under another key. */
  readonly about: string | undefined;
  /** When it was written or ends, of kinds that have a period of their own. */
  readonly at: string | undefined;
  /** Of something that people must do still: its kind. */
  readonly openTodo: string | undefined;
  /** Under which other key stands what this item is only a pointer to: it goes with that one. */
  readonly goesWith: string | undefined;
  /** Which of the words that were asked for stand anywhere in it. */
  readonly names: readonly string[];
}

/** What follows each other under one key. `gathered`: of a referral. */
export interface StoredGroup {
  readonly gathered: Gathered | undefined;
  readonly traces: readonly StoredTrace[];
}

/** The table as what must go is taken out of it. All throw `Transient` when it is out of reach or throttles. */
export interface RecordsToErase {
  /** Every item there is, read once and consistently; now and then what follows each other comes in two pieces. */
  everything(words: ReadonlySet<string>): AsyncIterable<StoredGroup>;
  /**
   * Every case that has ended, whose status cannot be read or whose erasing was begun, and those of these referrals that are
   * there, whatever their status. Nothing else; read as everything is.
   */
  cases(references: readonly string[]): AsyncIterable<StoredGroup>;
  /** Every key of a referral, read consistently. */
  keysOf(reference: string): Promise<readonly StoredKey[]>;
  /**
   * Takes these people out of every item that is of no child, by one conditional write each, which raises its version: who read
   * it before can no longer save it. False where someone kept being faster, so that it must be done again.
   */
  forgetPeople(people: readonly Former[]): Promise<boolean>;
  /** Takes one item out; also where it is gone. */
  remove(key: StoredKey): Promise<void>;
}

/** An uploaded file, and when something was put there last. */
export interface StoredFile {
  readonly key: string;
  readonly id: string;
  readonly at: string;
}

/** The bucket as what must go is taken out of it: every version. */
export interface FilesToErase {
  all(): Promise<readonly StoredFile[]>;
  remove(key: string): Promise<void>;
  /** The pages of a referral that staff were sent. */
  removePages(reference: string): Promise<void>;
}

/** What was erased, kept where a restore of the table does not reach. The first entry under a reference and an instant stays. */
export interface ErasedList {
  /** Which references, and when, in no order. */
  entries(): Promise<readonly Pick<Erased, 'reference' | 'at'>[]>;
  read(entry: Pick<Erased, 'reference' | 'at'>): Promise<Erased | undefined>;
  add(entry: Erased): Promise<void>;
}
