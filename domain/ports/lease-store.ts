import type { Lease } from '../process/lease.ts';

/** Who may do what must not be done twice in parallel. */
export interface LeaseStore {
  /** True when no one held it at `now`: then it is this one's, by one conditional write, until it ends or is given back. */
  take(lease: Lease, now: string): Promise<boolean>;
  /** Ends it now, unless another has taken it over. */
  giveBack(lease: Lease, now: string): Promise<void>;
}
