import { teamFor } from '#domain/canary/team.ts';
import { withPlace } from '#domain/case/place-told.ts';
import { isStillToOpen } from '#domain/case/task.ts';
import { addresseesOf } from '#domain/notices/addressees.ts';
import { isDigest } from '#domain/notices/digest.ts';
import { isOfLists } from '#domain/notices/lists-notice.ts';
import { type Notice, type NoticeKind, noticeKindSchema, noticeToSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { colleagueIn } from '#domain/notices/staff-notices.ts';
import { isOfSeveral } from '#domain/notices/still-waiting.ts';
import { personIdIn, personNamed } from '#domain/people/code.ts';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { FromALaterRelease } from '#domain/problems/errors.ts';
import { WAITS } from '#domain/process/pause.ts';
import { readTeam } from '../access/read-team.ts';
import { readRecord } from '../read-record.ts';
import { todoAsked } from '../todos/todo-asked.ts';
import { askInTheirPlace } from '../triage/ask-in-their-place.ts';
import type { AlarmDeps } from './about-alarm.ts';
import { deliverNotice } from './deliver.ts';
import { endTelling } from './end-telling.ts';
import { type GatherDeps, giveUp } from './gather-held.ts';
import { noteForPeople } from './history.ts';
import { inTurn } from './in-turn.ts';
import { sendDigest, settleDigest } from './send-digest.ts';
import { sendNotices } from './send-notices.ts';
import { hasLeft } from './sent.ts';
import { settleDuty } from './settle-duty.ts';
import { settleStaffMail } from './settle-staff-mail.ts';
import { settleStillWaiting } from './settle-still-waiting.ts';
import { tellFamily } from './tell-family.ts';

type SettleDeps = GatherDeps & AlarmDeps & { readonly referrals: ReferralStore };

/** WAITS: its step has it, or what it asks for is still to open. */
export type SettleNotice = (reference: string, noticeId: string) => Promise<typeof WAITS | undefined>;

/**
 * Finishes a notice that was claimed and never settled. Sends it again, marked as a possible duplicate where the first
 * may have gone. Settles it as failed after too many attempts, or when what it asks for is over. One for a member of
 * staff who has left goes to no one: those who are here are asked. Does nothing with one that is settled or still being
 * sent.
 */
export function settleNotice(deps: SettleDeps): SettleNotice {
  // Much of what is due at once is told by the same email.
  const turns = inTurn();
  return async (reference, noticeId) => {
    const entry = await deps.notices.readNotice(reference, noticeId);
    if (entry?.state !== 'CLAIMED') return undefined;
    const kind = knownKind(entry);
    if (isDigest(entry)) {
      await turns(entry.to, () => settleDigest(deps, entry));
      return undefined;
    }
    if (isOfLists(entry)) {
      const isHere = personNamed(await readTeam(deps)(), entry.to) !== undefined;
      if (isHere) await turns(entry.to, () => sendDigest(deps, reference, noticeId));
      else await giveUp(deps, entry, 'PERSON_LEFT');
      return undefined;
    }
    if (isOfSeveral(entry)) {
      await settleStillWaiting(deps, entry, owedAgain(entry, kind));
      return undefined;
    }
    if (entry.to === 'DUTY') return settleDuty(deps, entry, kind);
    const colleague = colleagueIn(entry);
    if (colleague !== undefined) {
      await settleStaffMail(deps, entry, colleague);
      return undefined;
    }
    const { theCase: read, stored } = await readRecord(deps, reference);
    const isToRead = read.toSupport !== undefined || noticeTable[kind].ofOffer;
    const inSupport = isToRead ? await deps.supports.readSupport(reference) : undefined;
    const theCase = withPlace(read, inSupport);
    // Its step is still running, or the case is parked there. The step that opens the task sends this first.
    if (entry.taskId !== undefined && isStillToOpen(theCase, entry.taskId)) return WAITS;
    // Asking for something that has been done, by a link that is dead, helps no one.
    const support = noticeTable[kind].ofOffer ? inSupport : undefined;
    if (noticeTable[kind].isOver(entry, theCase, support) || (await todoAsked(deps, entry))?.done) {
      await giveUp(deps, entry, 'NO_LONGER_NEEDED');
      return undefined;
    }
    const referral = addresseesOf(stored.body);
    const team = teamFor(theCase, await readTeam(deps)(), deps.config);
    const isLeaver = personIdIn(entry.to) !== undefined && !personNamed(team, entry.to);
    // Others are asked first: a crash before it is given up has the sweeper ask them again, and each of them once.
    if (isLeaver) {
      await askInTheirPlace(deps, entry, theCase, referral);
      await giveUp(deps, entry, 'PERSON_LEFT');
      return undefined;
    }
    if (entry.heldUntil !== undefined) {
      await turns(entry.to, () => sendDigest(deps, reference, noticeId));
      return undefined;
    }
    const sent = await deliverNotice(deps, owedAgain(entry, kind), { reference, theCase, referral });
    if (hasLeft(sent)) await askInTheirPlace(deps, entry, theCase, referral);
    await noteForPeople(deps, theCase, sent);
    if (sent.state === 'SENT') await endTelling(deps, theCase, referral, kind);
    // The letter said that the child is on a list: a person tells the family instead.
    if (kind === 'FAMILY_LETTER' && sent.state === 'FOR_A_PERSON')
      await sendNotices(deps)('OUTCOME', theCase, referral);
    // That it has gone may be the last that was missing: then the family is told.
    if (kind === 'FAMILY_ENDED') await tellFamily({ ...deps, sendNotices: sendNotices(deps) })(theCase, referral);
    return undefined;
  };
}

function owedAgain({ id, to, taskId }: Notice, kind: NoticeKind): Owed {
  const { link } = noticeTable[kind];
  return { id, kind, to, ...(taskId === undefined ? {} : { taskId }), ...(link === null ? {} : { link }) };
}

/** A kind or an addressee of a later release is left for its functions: the sweeper comes back to it. */
function knownKind({ id, kind, to }: Notice): NoticeKind {
  const known = noticeKindSchema.safeParse(kind).data;
  if (known && noticeToSchema.safeParse(to).success) return known;
  throw new FromALaterRelease(`Notice ${id} is of a later release.`);
}
