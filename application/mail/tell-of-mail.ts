import { OPENED, UNOPENED } from '#domain/mail/incoming-mail.ts';
import { digestAfter } from '#domain/notices/hold.ts';
import { heldEntry } from '#domain/notices/ledger.ts';
import { mailWaitsNotice } from '#domain/notices/lists-notice.ts';
import { personCode } from '#domain/people/code.ts';
import { deciders, staffOn, toldOf } from '#domain/people/on-duty.ts';
import type { Now } from '#domain/ports/services.ts';
import type { Indexes, NoticeStore } from '#domain/ports/stores.ts';
import { MOST_OPEN } from '#domain/process/indexes.ts';
import type { WorkRow } from '#domain/process/rows.ts';
import type { Policy } from '#domain/service/policy.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { isWorkingDay } from '#domain/values/working-days.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';

export interface TellDeps extends TeamDeps {
  readonly notices: Pick<NoticeStore, 'claimNotice'>;
  readonly indexes: Pick<Indexes, 'work'>;
  readonly policy: Policy;
  readonly now: Now;
}

/** Every open email, as the queues show it. */
export async function openMails(indexes: Pick<Indexes, 'work'>): Promise<readonly WorkRow[]> {
  return (await Promise.all([UNOPENED, OPENED].map((queue) => indexes.work(queue, MOST_OPEN)))).flat();
}

/**
 * Owes staff a line of their next digest as long as any email is open, once each working day. It goes to who is on duty, and where no
 * one is to everyone who decides. Once an email is late the service managers hear of it too.
 */
export async function tellOfMail(deps: TellDeps): Promise<void> {
  const now = deps.now();
  const today = londonDateOf(now);
  if (!isWorkingDay(today, deps.policy)) return;
  const open = await openMails(deps.indexes);
  if (open.length === 0) return;
  const staff = staffOn(await readTeam(deps)(), today);
  const isLate = open.some(({ due }) => due !== undefined && due <= now);
  const asked = [...(staff.duty.length > 0 ? staff.duty : deciders(staff)), ...(isLate ? staff.managers : [])];
  for (const code of new Set(toldOf(asked, staff).map(personCode))) {
    const { reference, owed } = mailWaitsNotice(today, code);
    await deps.notices.claimNotice(heldEntry(reference, owed, now, digestAfter(now, deps.policy)));
  }
}
