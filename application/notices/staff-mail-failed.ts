import { digestId, isDigest, toldBy } from '#domain/notices/digest.ts';
import { sentNext } from '#domain/notices/ledger.ts';
import type { Notice } from '#domain/notices/notice.ts';
import { colleagueIn } from '#domain/notices/staff-notices.ts';
import { personIdIn } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { personById } from '#domain/people/team.ts';
import type { Log } from '#domain/ports/services.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { isReference } from '#domain/values/reference.ts';
import { readTeam } from '../access/read-team.ts';
import { type AskNextDeps, askNext } from './ask-next.ts';
import { type MarkDeps, markMailFailed } from './mark-mail-failed.ts';
import { tellOperators } from './tell-operators.ts';

export type StaffMailDeps = AskNextDeps & MarkDeps & { readonly log: Log };

/**
 * What follows when an email to a member of staff came back for good. The team knows it, so that others are asked from now on.
 * The operators are told, and the next person is asked what the email asked, all by the sweeper within its next run. True when
 * a history says something new. The same call again finishes what a crash left undone, and does nothing twice.
 */
export async function staffMailFailed(deps: StaffMailDeps, notice: Notice, why: string): Promise<boolean> {
  const id = personIdIn(notice.to) ?? '';
  const lines = toldBy(notice);
  const about = await referralOf(deps, notice);
  const team = await markMailFailed(deps, id, { sentAt: notice.claimedAt, about });
  const staff = staffOn(team, londonDateOf(deps.now()));
  for (const one of [id, colleagueIn(notice)]) if (one !== undefined) await tellOperators(deps, team, staff, one);
  // Of who has left others were asked when they left.
  const isHere = personById(team, id)?.isActive === true;
  if (isHere) deps.log.error('staff-mail-failed', { reference: notice.reference, noticeId: notice.id, why });
  const back = { reader: notice.to, why, isDigest: isDigest(notice), staff: isHere ? staff : undefined };
  const passedTo = new Set<string>();
  let isNoted = false;
  for (const line of lines) {
    const entry = isDigest(notice) ? await deps.notices.readNotice(line.reference, line.id) : notice;
    const asked = entry && (await askNext(deps, entry, back));
    if (asked?.isNoted) isNoted = true;
    if (asked?.next !== undefined) passedTo.add(asked.next);
  }
  if (isDigest(notice)) for (const to of passedTo) await owePassedOn(deps, notice, to);
  return isNoted;
}

/** A referral that the email named: of a digest the first, of news about a colleague the one of that news. */
async function referralOf(deps: StaffMailDeps, notice: Notice): Promise<string> {
  const colleague = colleagueIn(notice);
  const known = colleague === undefined ? undefined : personById(await readTeam(deps)(), colleague);
  const told = toldBy(notice).find(({ reference }) => isReference(reference));
  return known?.mailFailed?.about ?? told?.reference ?? notice.reference;
}

/** One email tells the next person all that the digest said, also where they have had their own of the day. */
async function owePassedOn({ notices, now }: StaffMailDeps, digest: Notice, to: string): Promise<void> {
  const owed = { id: digestId(to, digest.to), kind: 'TEAM_DIGEST', to, link: 'TODAY' } as const;
  await notices.claimNotice(sentNext(digest.reference, owed, now()));
}
