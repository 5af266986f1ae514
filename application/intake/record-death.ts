import type { Case } from '#domain/case/case.ts';
import { CHILD_HAS_DIED, deathRecorded } from '#domain/case/death.ts';
import { deathTasks } from '#domain/case/death-tasks.ts';
import { isReferrer } from '#domain/case/hand-over.ts';
import { type Addressees, addresseesOf } from '#domain/notices/addressees.ts';
import { type Actor, MACHINE, mailboxOfActor } from '#domain/people/actor.ts';
import { todoDone } from '#domain/people/todo.ts';
import type { Now } from '#domain/ports/services.ts';
import type { CaseStore, ReferralStore, TodoStore } from '#domain/ports/stores.ts';
import type { Policy } from '#domain/service/policy.ts';
import { changeCase } from '../change-case.ts';
import type { SendNotices } from '../notices/send-notices.ts';
import { readRecord } from '../read-record.ts';

interface DeathDeps {
  readonly cases: CaseStore;
  readonly referrals: ReferralStore;
  readonly todos: TodoStore;
  readonly sendNotices: SendNotices;
  readonly policy: Policy;
  readonly now: Now;
}

export type RecordDeath = (command: {
  readonly reference: string;
  readonly by: Actor;
  /** How it is known, where a page asks for it. */
  readonly reason?: string;
}) => Promise<'DONE' | 'NOT_YOURS'>;

/**
 * Records that the child has died. By one conditional write everything planned ends, and no machine sends anything about
 * the case from then on. Then the tasks that were planned end, and staff get a task for each person who must be told by a
 * person. The same call again finishes what a crash left undone. A referrer can do it while the referral is theirs.
 */
export function recordDeath(deps: DeathDeps): RecordDeath {
  return async ({ reference, by, reason }) => {
    const { stored } = await readRecord(deps, reference);
    const referral = addresseesOf(stored.body);
    const moment = { now: deps.now(), policyVersion: deps.policy.version };
    const { theCase } = await changeCase(deps.cases, reference, (current) =>
      isAllowed(current, referral, by) ? deathRecorded(current, moment, by, reason) : undefined,
    );
    if (!isAllowed(theCase, referral, by)) return 'NOT_YOURS';
    await endTodos(deps, reference);
    for (const todo of deathTasks(theCase, deps.policy)) await deps.todos.createTodo(todo);
    // Staff who record it know it already.
    if (mailboxOfActor(theCase.death?.by ?? by) !== undefined) await deps.sendNotices('CHILD_DIED', theCase, referral);
    return 'DONE';
  };
}

/** The holder of a link must be the referrer of today; staff were admitted before. */
function isAllowed(theCase: Case, referral: Addressees, by: Actor): boolean {
  const mailbox = mailboxOfActor(by);
  return mailbox === undefined || isReferrer(theCase, referral, mailbox);
}

/** Nothing that was planned for the family is done any more. */
async function endTodos({ todos, now }: DeathDeps, reference: string): Promise<void> {
  for (const todo of await todos.todosOf(reference)) {
    const ended = todo.kind === 'TELL_OF_DEATH' ? undefined : todoDone(todo, now(), MACHINE, CHILD_HAS_DIED);
    if (ended) await todos.saveTodo(ended);
  }
}
