import { openingWaitsNotice } from '#domain/notices/lists-notice.ts';
import { notLookedAtInTime, OPENINGS, openerOf } from '#domain/people/opening.ts';
import type { Person } from '#domain/people/person.ts';
import type { Now } from '#domain/ports/services.ts';
import type { Indexes } from '#domain/ports/stores.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { WorkRow } from '#domain/process/rows.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { type TellDeps, tellManagers } from '../lists/tell-of-lists.ts';

interface LateDeps {
  readonly indexes: Pick<Indexes, 'work'>;
  readonly policy: Policy;
  readonly now: Now;
}

/** The records that operators opened and at which no service manager has looked in time, as the queue shows them. */
export async function lateOpenings({ indexes, policy, now }: LateDeps): Promise<readonly WorkRow[]> {
  return notLookedAtInTime(await indexes.work(OPENINGS, MOST_OPEN), londonDateOf(now()), policy);
}

/**
 * Owes every service manager a line of the digest of each working day, as long as no one has looked at a record that an operator
 * opened. Not who opened all of them: someone else must look.
 */
export async function tellOfOpenings(deps: TellDeps & LateDeps): Promise<void> {
  const late = await lateOpenings(deps);
  const mayLook = ({ id }: Person) => late.some((row) => openerOf(row) !== id);
  await tellManagers(deps, londonDateOf(deps.now()), openingWaitsNotice, mayLook);
}
