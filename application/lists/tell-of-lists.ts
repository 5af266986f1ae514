import { digestAfter } from '#domain/notices/hold.ts';
import { heldEntry } from '#domain/notices/ledger.ts';
import { lookAtListsNotice } from '#domain/notices/lists-notice.ts';
import { personCode } from '#domain/people/code.ts';
import { staffOn, toldOf } from '#domain/people/on-duty.ts';
import type { Person } from '#domain/people/person.ts';
import type { Now } from '#domain/ports/services.ts';
import type { NoticeStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';

export interface TellDeps extends TeamDeps {
  readonly notices: Pick<NoticeStore, 'claimNotice'>;
  readonly policy: Policy;
  readonly now: Now;
}

/**
 * Owes every service manager at work a line of their next digest, each once a day: there is something new to look at on the
 * lists. What it is and of how many children is counted when the digest goes.
 */
export async function tellOfLists(deps: TellDeps, today: string): Promise<void> {
  await tellManagers(deps, today, lookAtListsNotice);
}

/** Owes every service manager at work, of those who are meant, this notice of the day, which is about no one case. */
export async function tellManagers(
  deps: TellDeps,
  today: string,
  notice: typeof lookAtListsNotice,
  isMeant: (person: Person) => boolean = () => true,
): Promise<void> {
  const now = deps.now();
  const staff = staffOn(await readTeam(deps)(), today);
  for (const person of toldOf(staff.managers, staff).filter(isMeant)) {
    const { reference, owed } = notice(today, personCode(person));
    await deps.notices.claimNotice(heldEntry(reference, owed, now, digestAfter(now, deps.policy)));
  }
}
