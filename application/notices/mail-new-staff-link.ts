import { addresseesOf } from '#domain/notices/addressees.ts';
import { newStaffLink } from '#domain/notices/staff-notices.ts';
import { presentHolder } from '#domain/people/asked.ts';
import { personCode } from '#domain/people/code.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import type { ReferralStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { sha256 } from '#domain/values/hash.ts';
import { readTeam } from '../access/read-team.ts';
import { isTheirs, openWork } from '../access/staff-work.ts';
import { type DeliverDeps, deliverNotice } from './deliver.ts';

export interface NewStaffLinkDeps extends DeliverDeps {
  readonly referrals: Pick<ReferralStore, 'readReferral'>;
}

export type MailNewStaffLink = (token: string) => Promise<void>;

/**
 * Emails a member of staff a new link in place of one that has run out, at most once a day for one link. Only while what it
 * asks for is open and falls to them, and they are still here at that mailbox. Nothing is answered, so whoever asks learns
 * nothing.
 */
export function mailNewStaffLink(deps: NewStaffLinkDeps): MailNewStaffLink {
  return async (token) => {
    const link = await deps.access.readLink(sha256(token));
    if (link?.purpose !== 'TASK' || link.taskId === undefined) return;
    const { reference } = link;
    const [work, team] = await Promise.all([openWork(deps, reference, link.taskId), readTeam(deps)()]);
    const person = presentHolder(team, { code: link.to, mailbox: link.mailbox });
    const now = deps.now();
    if (!work || !person || !isTheirs(work, person, staffOn(team, londonDateOf(now)))) return;
    const [theCase, stored] = await Promise.all([
      deps.cases.readCase(reference),
      deps.referrals.readReferral(reference),
    ]);
    if (!theCase) return;
    const about = { reference, theCase, referral: addresseesOf(stored?.body) };
    await deliverNotice(deps, newStaffLink(link, personCode(person), now), about);
  };
}
