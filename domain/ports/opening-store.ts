import type { Opening } from '../people/opening.ts';

/** That an operator opened a record for a time: items of their own beside the case. */
export interface OpeningStore {
  /** Every opening of this record, in no order. */
  openingsOf(reference: string): Promise<readonly Opening[]>;
  /** Replaces the opening read as `version - 1` (0: there was none); false when someone else was faster. */
  saveOpening(opening: Opening): Promise<boolean>;
}
