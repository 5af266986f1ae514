import type { Marks, Sums } from '../figures/counts.ts';
import type { Present } from '../figures/present.ts';

/** Where the figures are kept: two items a period, and one of the present. Nothing of a referral but its reference. */
export interface FigureStore {
  /** Of every period, in the order of their names. */
  readMarks(): Promise<readonly Marks[]>;
  /** Replaces the one read as `version - 1` (0: there was none); false when another run was faster. */
  saveMarks(marks: Marks): Promise<boolean>;
  saveSums(sums: Sums): Promise<void>;
  /** The sums of the periods from one to another, both included, in their order. A period of which nothing is counted is missing. */
  sumsBetween(from: string, to: string): Promise<readonly Sums[]>;
  readPresent(): Promise<Present | undefined>;
  savePresent(present: Present): Promise<void>;
}
