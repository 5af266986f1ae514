import { personCode } from '../people/code.ts';
import type { Link } from '../people/link.ts';
import type { Opening } from '../people/opening.ts';
import type { Person } from '../people/person.ts';
import type { Todo } from '../people/todo.ts';
import { londonDateOf } from '../values/dates.ts';
import { type Notice, type NoticeKind, noticeIdOf } from './notice.ts';
import type { Owed } from './plan.ts';

/** What is looked at on the same working day: what was missed, and a family that moved to be safe. */
const ofToday: ReadonlySet<string> = new Set(['LOOK_AT_MISSED', 'LOOK_AT_SAFE_PLACE']);

/** The notice that reminds one person of a TODO: one for each time, however often it is worked out. */
export function todoReminder({ id, kind: of, reminded = 0 }: Todo, to: string): Owed {
  const kind = 'TEAM_TODO_REMINDER';
  const held = ofToday.has(of) ? {} : ({ hold: 'MORNING' } as const);
  return { id: noticeIdOf(kind, id, `R${reminded + 1}`, to), kind, to, taskId: id, link: 'TASK', ...held };
}

/** The notice with a new link in place of one of staff that has run out: one a day for each link. */
export function newStaffLink({ hash, taskId }: Link, to: string, now: string): Owed {
  const kind = 'TEAM_NEW_LINK';
  const about = taskId === undefined ? {} : { taskId };
  return { id: noticeIdOf(kind, hash.slice(0, 16), londonDateOf(now)), kind, to, ...about, link: 'TASK' };
}

/** The one email to a colleague to whom tasks are handed on: one for each batch of them. */
export function handedOnNotice(batch: string, to: Pick<Person, 'id'>): Owed {
  const [kind, code] = ['TEAM_HANDED_ON', personCode(to)] as const;
  return { id: noticeIdOf(kind, batch, code), kind, to: code };
}

/** Whether it goes to staff after the child has died, too: the news of it, a link that one of them asks for, and that a record was opened. */
export function isOfWorkAfterDeath(kind: NoticeKind): boolean {
  return kind === 'TEAM_CHILD_DIED' || kind === 'TEAM_NEW_LINK' || kind === RECORD_OPENED;
}

const RECORD_OPENED = 'TEAM_RECORD_OPENED';

/** The notice that tells one service manager that an operator opened a record: one for each opening. */
export function recordOpenedNotice({ id, by }: Pick<Opening, 'id' | 'by'>, to: Pick<Person, 'id'>): Owed {
  const code = personCode(to);
  return { id: noticeIdOf(RECORD_OPENED, id, code), kind: RECORD_OPENED, to: code, by };
}

/** The name of the operator whom such an entry of the ledger is about; undefined for every other entry. */
export function openerIn({ kind, by }: Pick<Notice, 'kind' | 'by'>): string | undefined {
  return kind === RECORD_OPENED && 'name' in by ? by.name : undefined;
}

/** What an operator is told of a colleague whose emails come back: who it is, since when, and with which referral it began. */
export interface ColleagueFacts {
  readonly name: string;
  readonly id: string;
  readonly since: string;
  readonly about: string;
}

const COLLEAGUE = 'STAFF-';

/**
 * The notice that tells an operator that emails to a colleague come back: one for each time that they began to. It stands in
 * the ledger under the colleague in place of the reference of a referral, because it is about no one case.
 */
export function mailFailedNotice({ id, mailFailed }: Pick<Person, 'id' | 'mailFailed'>, to: string) {
  const kind = 'STAFF_MAIL_FAILED';
  return { reference: `${COLLEAGUE}${id}`, owed: { id: noticeIdOf(kind, mailFailed?.at, to), kind, to } } as const;
}

/** The id of the colleague whom such an entry of the ledger is about; undefined for every other entry. */
export function colleagueIn({ reference, kind }: Pick<Notice, 'reference' | 'kind'>): string | undefined {
  return kind === 'STAFF_MAIL_FAILED' ? reference.slice(COLLEAGUE.length) : undefined;
}
