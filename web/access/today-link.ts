import type { readTeam } from '#application/access/read-team.ts';
import { presentHolder } from '#domain/people/asked.ts';
import type { Link } from '#domain/people/link.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { PageDeps } from '../layout/page.ts';
import { type Admitted, anyForm, type Guard } from './guard.ts';
import { readLink } from './links.ts';
import type { SessionDeps } from './sessions.ts';
import { deadTodayLink } from './today-dead-link.ts';

/** A link of a digest, not opened yet. */
export interface TodayLink extends Admitted {
  readonly token: string;
  readonly link: Link;
  /** Whose link it is; the code goes to their present mailbox. */
  readonly person: Person;
}

interface TodayLinkDeps extends PageDeps, Pick<SessionDeps, 'access' | 'now'> {
  readonly readTeam: ReturnType<typeof readTeam>;
}

/**
 * Admits the holder of the link of a digest, while it has not run out and they are still here at the mailbox that it was sent
 * to. It leads to what they are asked to do that day, whatever has been decided since.
 */
export function todayLinkGuard(deps: TodayLinkDeps): Guard<TodayLink> {
  return async (_request, { token = '' }) => {
    const [link, team] = await Promise.all([readLink(deps, token), deps.readTeam()]);
    const person =
      link?.purpose === 'TODAY' ? presentHolder(team, { code: link.to, mailbox: link.mailbox }) : undefined;
    if (!link || !person) return { refuse: () => deadTodayLink(deps) };
    return { seen: { link, person, token, actor: actorOf(person), refuseForm: anyForm } };
  };
}
