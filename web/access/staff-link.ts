import type { readTeam } from '#application/access/read-team.ts';
import { isTheirs, openWork, type StaffWork, type StaffWorkDeps } from '#application/access/staff-work.ts';
import { type ConfiguredCanary, teamFor } from '#domain/canary/team.ts';
import { presentHolder } from '#domain/people/asked.ts';
import type { Link } from '#domain/people/link.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { PageDeps } from '../layout/page.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { readLink } from './links.ts';
import { isNotReady, notReadyPage } from './not-ready.ts';
import type { SessionDeps } from './sessions.ts';
import { deadStaffLink } from './staff-dead-link.ts';

interface ValidLink {
  readonly link: Link;
  /** What the link asks for. */
  readonly work: StaffWork;
  /** Whose link it is; the code goes to their present mailbox. */
  readonly person: Person;
}

/** A link of a member of staff, not opened yet. */
export interface StaffLink extends Admitted, ValidLink {
  readonly token: string;
}

interface ValidLinkDeps extends StaffWorkDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly readTeam: ReturnType<typeof readTeam>;
  readonly config: ConfiguredCanary;
}

/** Admits the holder of a link of staff while it is valid. A link that is unknown, expired, used or revoked looks the same. */
export function staffLinkGuard(deps: ValidLinkDeps & PageDeps): Guard<StaffLink> {
  return async (_request, { token = '' }) => {
    const live = await validLink(deps, token);
    if (!live)
      return (await isNotReady(deps, token))
        ? { refuse: () => notReadyPage(deps) }
        : { refuse: () => deadStaffLink(deps) };
    return { seen: { ...live, actor: actorOf(live.person), token, refuseForm: anyForm } };
  };
}

/**
 * The link behind a token while it is worth something. It has not run out, and what it asks for is open as it is now, a
 * task or a TODO alike. Its person is among those who are asked, still here and at the mailbox that it was sent to. So
 * deciding, doing and reassigning revoke links by the item's own write, and leaving by the team's.
 */
export async function validLink(deps: ValidLinkDeps, token: string): Promise<ValidLink | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'TASK' || link.taskId === undefined) return undefined;
  const [work, everyone] = await Promise.all([openWork(deps, link.reference, link.taskId), deps.readTeam()]);
  const team = teamFor(work?.kind === 'TASK' ? work.theCase : undefined, everyone, deps.config);
  const person = presentHolder(team, { code: link.to, mailbox: link.mailbox });
  const staff = staffOn(team, londonDateOf(deps.now()));
  return work && person && isTheirs(work, person, staff) ? { link, work, person } : undefined;
}
