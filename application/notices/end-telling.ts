import type { Case } from '#domain/case/case.ts';
import type { Addressees } from '#domain/notices/addressees.ts';
import { askedNow } from '#domain/notices/asked-todos.ts';
import { familyNewsNow, toldInstead } from '#domain/notices/family-news.ts';
import type { NoticeKind } from '#domain/notices/notice.ts';
import { inPlaceOfEmail, isPrinted } from '#domain/notices/to-print.ts';
import { MACHINE } from '#domain/people/actor.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { todoDone, todoId } from '#domain/people/todo.ts';
import type { NoticeStore, TodoStore } from '#domain/ports/stores.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { type FamilyDeps, readFamily } from '../read-family.ts';

interface EndDeps extends FamilyDeps, TeamDeps {
  readonly notices: Pick<NoticeStore, 'readNotice'>;
  readonly todos: Pick<TodoStore, 'readTodo' | 'saveTodo'>;
}

/** Ends what asks staff to tell a family in person, once each parent has an email of it or a letter to print. */
export async function endTelling(deps: EndDeps, theCase: Case, sent: Addressees, kind: NoticeKind): Promise<void> {
  const { reference } = theCase;
  const asked = toldInstead.get(kind);
  const todo = asked && (await deps.todos.readTodo(reference, todoId(reference, askedNow(asked, theCase))));
  if (!todo || todo.done) return;
  const referral = await readFamily(deps, theCase, sent);
  const staff = staffOn(await readTeam(deps)(), londonDateOf(deps.now()));
  const printed = isPrinted(kind) ? inPlaceOfEmail(referral).map((place) => `FAMILY:${place}`) : [];
  const emailed = familyNewsNow({ theCase, referral, staff }).filter(
    (one) => one.kind === kind && !printed.includes(one.to),
  );
  const entries = await Promise.all(emailed.map(({ id }) => deps.notices.readNotice(reference, id)));
  const hasGone = entries.every((entry) => entry?.state === 'SENT');
  const ended = hasGone ? todoDone(todo, deps.now(), MACHINE, 'SENT') : undefined;
  if (ended) await deps.todos.saveTodo(ended);
}
