import * as z from 'zod';
import { stored } from '../values/stored.ts';

/**
 * How long, in seconds, one sweep has the table to itself. Longer than the function may run and shorter than a minute,
 * so a killed sweep does not stop the next one.
 */
export const SWEEP_LEASE_SECONDS = 58;

/** Clocks of two functions differ by less than a second lease. */
const LONGEST_MS = 2 * SWEEP_LEASE_SECONDS * 1000;

/** The right to do what must not be done twice in parallel. It ends by itself, whatever became of its holder. */
export const leaseSchema = stored({
  name: z.string(),
  /** Random, one for each run. */
  holder: z.string(),
  until: z.iso.datetime(),
});
export type Lease = z.infer<typeof leaseSchema>;

/** The lease on sweeping from now on, for this holder. */
export function sweepLease(holder: string, now: string): Lease {
  return { name: 'sweep', holder, until: new Date(Date.parse(now) + SWEEP_LEASE_SECONDS * 1000).toISOString() };
}

/** Whether it still keeps others out. One that ends later than any begun now was taken under a clock that was wrong, and keeps out no one. */
export function isHeld(lease: Lease | undefined, now: string): boolean {
  return lease !== undefined && now < lease.until && Date.parse(lease.until) - Date.parse(now) <= LONGEST_MS;
}
