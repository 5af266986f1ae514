import type { Case } from '#domain/case/case.ts';
import { isOpen } from '#domain/case/codes.ts';
import { isStillToOpen } from '#domain/case/task.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { settled, takenOver } from '#domain/notices/ledger.ts';
import { linkPurposeOf } from '#domain/notices/links.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { tellsOfList } from '#domain/notices/told.ts';
import type { Notice } from '#domain/ports/records.ts';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { type About, type DeliverDeps, deliverNotice } from './notices-deliver.ts';
import { noteForPeople } from './notices-history.ts';
import { readRecord } from './read-record.ts';

export type SettleNotice = (reference: string, noticeId: string) => Promise<void>;

/**
 * Finishes a notice that was claimed and never settled: sends it again, marked as a possible duplicate where the first may
 * have gone, or settles it as failed after too many attempts or when what it asks for is over. Does nothing with one that
 * is settled or that somebody may still be sending.
 */
export function settleNotice(deps: DeliverDeps & { readonly referrals: ReferralStore }): SettleNotice {
  return async (reference, noticeId) => {
    const entry = await deps.notices.readNotice(reference, noticeId);
    if (entry?.state !== 'CLAIMED') return;
    if (entry.kind === 'DUTY_ALERT') {
      await deliverNotice(deps, owedAgain(entry), { reference, referral: addresseesOf(undefined) });
      return;
    }
    const { theCase, stored } = await readRecord(deps, reference);
    // Its step is still at it, or the case is parked there: whoever opens the task sends this first.
    if (entry.taskId !== undefined && isStillToOpen(theCase, entry.taskId)) return;
    if (isOver(entry, theCase)) return giveUp(deps, entry);
    const about: About = { reference, theCase, referral: addresseesOf(stored.body) };
    await noteForPeople(deps, theCase, await deliverNotice(deps, owedAgain(entry), about));
  };
}

function owedAgain({ id, kind, to, taskId }: Notice): Owed {
  const link = linkPurposeOf(kind);
  return { id, kind, to, ...(taskId === undefined ? {} : { taskId }), ...(link === undefined ? {} : { link }) };
}

/** Asking for something that has been done, by a link that is dead, helps nobody. */
function isOver(entry: Notice, theCase: Case): boolean {
  if (entry.kind === 'HAND_OVER_REQUEST') return theCase.handOver?.id !== entry.taskId || !isOpen(theCase.status);
  if (entry.kind === 'HAND_OVER_TAKEN' || entry.kind === 'HAND_OVER_GIVEN')
    return theCase.handedTo?.id !== entry.taskId;
  if (theCase.status === 'WITHDRAWN' && tellsOfList(entry.kind)) return true;
  return entry.taskId !== undefined && theCase.task?.id !== entry.taskId;
}

async function giveUp(deps: DeliverDeps, entry: Notice): Promise<void> {
  const mine = takenOver(entry, deps.now());
  if (!mine) return;
  await deps.notices.saveNotice(settled(mine, 'FAILED', deps.now(), { why: 'NO_LONGER_NEEDED' }), entry.attempts);
  deps.log.info('notice-no-longer-needed', { reference: entry.reference, noticeId: entry.id });
}
