import { printOfEnd, todoAsked } from '#domain/notices/asked-todos.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { checkedCase, reference } from '#test/http/records.ts';
import { triageWorld } from '#test/http/staff/world.ts';
import { type Opened, opened } from './opened.ts';

const at = '2026-09-24T08:00:00.000Z';
const family = { parents: [{ name: 'A. Mother', address: '1 Example Road, Taunton, TA1 9ZZ' }] };

/** The letters that are to be printed, and one of them. */
export async function letterPages(): Promise<Opened[]> {
  const theCase = {
    ...checkedCase('TRIAGE'),
    ...({ status: 'DECLINED', outcome: 'DECLINE', next: 'DONE', task: null } as const),
    wroteOfEnd: { at, everyone: true, byPost: true },
    lastDecision: { outcome: 'DECLINE', at, message: 'Your nursery can help her to talk.' },
  };
  const world = await triageWorld({ theCase, referral: { family } });
  const todo = todoAsked(printOfEnd, reference, world.clock.now(), defaultPolicy);
  await world.stores.todos.createTodo(todo);
  // Where the team has no administrator, a service manager prints.
  const using = await world.signIn(
    await world.putLink('a letter', { mailbox: 'manager@example.org', taskId: todo.id }),
  );
  return ['', '/letter/0'].map((path) =>
    opened(`/triage/tasks/…-PRINT_LETTER-…${path}`, () => using.get(`/triage/tasks/${todo.id}${path}`)),
  );
}
