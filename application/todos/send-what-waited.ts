import type { Case } from '#domain/case/case.ts';
import { ENDED, toldAbout } from '#domain/case/told.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { askedNow } from '#domain/notices/asked-todos.ts';
import { familyNewsNow, toldInstead, waitedForAPerson } from '#domain/notices/family-news.ts';
import { sentAfterAll } from '#domain/notices/ledger.ts';
import type { Owed } from '#domain/notices/plan.ts';
import { staffOn } from '#domain/people/on-duty.ts';
import { todoId } from '#domain/people/todo.ts';
import type { NoticeStore, TodoStore } from '#domain/ports/stores.ts';
import { wayTo } from '#domain/safe-contact/way-to.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import { readTeam, type TeamDeps } from '../access/read-team.ts';
import { endTelling } from '../notices/end-telling.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { type FamilyDeps, readFamily } from '../read-family.ts';

export interface SendWaitedDeps extends FamilyDeps, TeamDeps {
  readonly notices: Pick<NoticeStore, 'readNotice' | 'saveNotice'>;
  readonly todos: Pick<TodoStore, 'readTodo' | 'saveTodo'>;
  readonly sendNotices: SendNotices;
}

/**
 * What an adult was to be told in person goes to them now that two people found a way safe: by email with the sweeper's next
 * run, or as a letter that staff are asked to print. Nothing goes that someone has told them, or entered that no one will.
 */
export async function sendWhatWaited(deps: SendWaitedDeps, theCase: Case, body: unknown, place: number): Promise<void> {
  const referral = await readFamily(deps, theCase, addresseesOf(body));
  if ('address' in wayTo(place, 'EMAIL', referral)) await emailWhatWaited(deps, theCase, referral, place);
  const asked = await deps.sendNotices('CHANNEL_CONFIRMED', theCase, referral);
  const kind = theCase.status === 'ON_WAITING_LIST' ? 'FAMILY_LETTER' : 'FAMILY_ENDED';
  if (asked.length > 0) await endTelling(deps, theCase, referral, kind);
}

async function emailWhatWaited(deps: SendWaitedDeps, theCase: Case, referral: Addressees, place: number) {
  const staff = staffOn(await readTeam(deps)(), londonDateOf(deps.now()));
  for (const { id, to, kind } of familyNewsNow({ theCase, referral, staff })) {
    if (to !== `FAMILY:${place}` || (await wasTold(deps, theCase, kind))) continue;
    const entry = await deps.notices.readNotice(theCase.reference, id);
    if (waitedForAPerson(entry)) await deps.notices.saveNotice(sentAfterAll(entry, deps.now()), entry.attempts);
  }
}

/** Whether someone has entered that the family was told this, or that no one tells them. */
async function wasTold({ todos }: SendWaitedDeps, theCase: Case, kind: Owed['kind']): Promise<boolean> {
  const asked = toldInstead.get(kind);
  if (!asked) return true;
  const todo = await todos.readTodo(theCase.reference, todoId(theCase.reference, askedNow(asked, theCase)));
  return todo?.done !== undefined || (asked.why === ENDED && toldAbout(theCase, ENDED) !== undefined);
}
