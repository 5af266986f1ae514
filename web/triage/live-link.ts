import type { Task } from '#domain/case/case.ts';
import { openTask } from '#domain/case/decide.ts';
import type { Link } from '#domain/ports/records.ts';
import { readLink } from '../access/links.ts';
import type { TriageDeps } from './deps.ts';

export interface LiveLink {
  readonly link: Link;
  readonly task: Task;
}

type Deps = Pick<TriageDeps, 'access' | 'cases' | 'now'>;

/**
 * The link behind a token while it is worth something: not run out, its task open and undecided in the case as it is now,
 * and its mailbox still among those who were asked. So deciding and reassigning revoke links by the case's own write.
 */
export async function liveLink(deps: Deps, token: string): Promise<LiveLink | undefined> {
  const link = await readLink(deps, token);
  if (link?.purpose !== 'TASK' || link.taskId === undefined) return undefined;
  const theCase = await deps.cases.readCase(link.reference);
  const task = theCase && openTask(theCase, link.taskId);
  return task && task.kind !== 'REFERRER' && task.recipients.includes(link.mailbox) ? { link, task } : undefined;
}
