import { personCode } from '../people/code.ts';
import type { Link } from '../people/link.ts';
import type { Person } from '../people/person.ts';
import type { Todo } from '../people/todo.ts';
import { londonDateOf } from '../values/dates.ts';
import type { NoticeKind } from './notice.ts';
import type { Owed } from './plan.ts';

/** The notice that reminds one person of a TODO: one for each time, however often it is worked out. */
export function todoReminder({ id, reminded = 0 }: Todo, to: string): Owed {
  const kind = 'TEAM_TODO_REMINDER';
  return { id: idOf(kind, id, `R${reminded + 1}`, to), kind, to, taskId: id, link: 'TASK', hold: 'MORNING' };
}

/** The notice with a new link in place of one of staff that has run out: one a day for each link. */
export function newStaffLink({ hash, taskId }: Link, to: string, now: string): Owed {
  const kind = 'TEAM_NEW_LINK';
  const about = taskId === undefined ? {} : { taskId };
  return { id: idOf(kind, hash.slice(0, 16), londonDateOf(now)), kind, to, ...about, link: 'TASK' };
}

/** The one email to a colleague to whom tasks are handed on: one for each batch of them. */
export function handedOnNotice(batch: string, to: Pick<Person, 'id'>): Owed {
  const [kind, code] = ['TEAM_HANDED_ON', personCode(to)] as const;
  return { id: idOf(kind, batch, code), kind, to: code };
}

/** Whether it goes to staff after the child has died, too: the news of it, and a link that one of them asks for. */
export function isOfWorkAfterDeath(kind: NoticeKind): boolean {
  return kind === 'TEAM_CHILD_DIED' || kind === 'TEAM_NEW_LINK';
}

function idOf(...parts: readonly string[]): string {
  return parts.join('-').replace(/[^A-Za-z0-9_-]/g, '-');
}
