import { formerPeople, teamWithoutFormer, withoutFormer } from '#domain/people/former.ts';
import { teamSchema } from '#domain/people/team.ts';
import type { RecordsToErase } from '#domain/ports/erasure.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import { addMonths } from '#domain/values/dates.ts';

interface ForgetDeps {
  readonly team: Pick<TeamStore, 'readTeam' | 'saveTeam'>;
  readonly records: Pick<RecordsToErase, 'forgetPeople'>;
}

/**
 * Takes the name and the mailboxes of who left so many years ago out of everything that is not a child's record. The team goes last:
 * it says who they were, so a night that is cut off, or in which someone else kept being faster, is done again whole. Answers how
 * many people it was.
 */
export async function forgetFormer({ team, records }: ForgetDeps, today: string, staffYears: number): Promise<number> {
  const current = await team.readTeam();
  const former = current ? formerPeople(current, addMonths(today, -staffYears * 12)) : [];
  if (!current || former.length === 0) return 0;
  if (!(await records.forgetPeople(former))) return 0;
  const { version } = current;
  const without = teamSchema.parse(withoutFormer(teamWithoutFormer(current, former), former));
  const changed = { ...without, version: version + 1 };
  // Where someone was faster, next week does it.
  return (await team.saveTeam(changed)) ? former.length : 0;
}
