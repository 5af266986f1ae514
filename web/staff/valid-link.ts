import { presentHolder } from '#domain/people/asked.ts';
import type { Link } from '#domain/people/link.ts';
import type { Person } from '#domain/people/person.ts';
import { readLink } from '../access/links.ts';
import { isTheirs, openWork, type StaffWork } from '../access/staff-work.ts';
import type { StaffDeps } from './deps.ts';

export interface ValidLink {
  readonly link: Link;
  /** What the link asks for. */
  readonly work: StaffWork;
  /** Whose link it is; the code goes to their present mailbox. */
  readonly person: Person;
}

type ValidLinkDeps = Pick<StaffDeps, 'access' | 'cases' | 'todos' | 'readTeam' | 'now'>;

/**
 * The link behind a token while it is worth something. It has not run out, and what it asks for is open as it is now, a
 * task or a TODO alike. Its person is among those who are asked, still here and at the mailbox that it was sent to. So
 * deciding, doing and reassigning revoke links by the item's own write, and leaving by the team's.
 */
export async function validLink(deps: ValidLinkDeps, token: string): Promise<ValidLink | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'TASK' || link.taskId === undefined) return undefined;
  const [work, team] = await Promise.all([openWork(deps, link.reference, link.taskId), deps.readTeam()]);
  const person = presentHolder(team, { code: link.to, mailbox: link.mailbox });
  return work && person && isTheirs(work, person) ? { link, work, person } : undefined;
}
