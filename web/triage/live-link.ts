import type { Task } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import { isAsked, presentHolder } from '#domain/people/asked.ts';
import type { Person } from '#domain/people/person.ts';
import type { Link } from '#domain/ports/records.ts';
import { readLink } from '../access/links.ts';
import type { TriageDeps } from './deps.ts';

export interface LiveLink {
  readonly link: Link;
  readonly task: Task;
  /** Whose link it is; the code goes to their present mailbox. */
  readonly person: Person;
}

type Deps = Pick<TriageDeps, 'access' | 'cases' | 'readTeam' | 'now'>;

/**
 * The link behind a token while it is worth something: not run out, its task open and undecided in the case as it is now,
 * and its person among those who are asked, still here and at the mailbox that it was sent to. So deciding and reassigning
 * revoke links by the case's own write, and leaving by the team's.
 */
export async function liveLink(deps: Deps, token: string): Promise<LiveLink | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'TASK' || link.taskId === undefined) return undefined;
  const [theCase, team] = await Promise.all([deps.cases.readCase(link.reference), deps.readTeam()]);
  const task = theCase && openTask(theCase, link.taskId);
  const person = presentHolder(team, { code: link.to, mailbox: link.mailbox });
  if (!task || task.kind === 'REFERRER' || !person) return undefined;
  return isAsked(task, person) ? { link, task, person } : undefined;
}
