import type { Waiting } from '#domain/notices/digest.ts';
import { personCode } from '#domain/people/code.ts';
import { hasRole, mayDecide, type Person } from '#domain/people/person.ts';
import { PRINTERS, ROLE_QUEUES, todoQueue } from '#domain/people/todo.ts';
import type { Indexes } from '#domain/ports/stores.ts';

/** More than this of one queue is said to be this many or more: no one needs the exact number. */
const COUNTED = 100;

/** What is parked waits for a decision too, or for an operator whom people should ask. */
const DECISIONS = ['TRIAGE', 'DUPLICATE', 'SUSPICIOUS', 'PARKED'] as const;

/** How much waits for a person, from the queues alone, however long they are. Nothing of it is read in full. */
export async function waitingFor(
  { indexes }: { readonly indexes: Pick<Indexes, 'work'> },
  person: Person,
): Promise<Waiting> {
  const isManager = hasRole(person, 'SERVICE_MANAGER');
  const count = async (queue: string) => (await indexes.work(queue, COUNTED)).length;
  const isAsked = (queue: string) => isManager || (queue === todoQueue(PRINTERS) && hasRole(person, 'ADMINISTRATOR'));
  // Of what is asked of a whole role, others are told only what they took over.
  const ofRole = async (queue: string) =>
    (await indexes.work(queue, COUNTED)).filter(({ claimedBy }) => isAsked(queue) || claimedBy === person.id).length;
  const decisions = await Promise.all(mayDecide(person) ? DECISIONS.map(count) : []);
  const todos = await Promise.all([count(todoQueue(personCode(person))), ...ROLE_QUEUES.map(ofRole)]);
  const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
  return { decisions: sum(decisions), todos: sum(todos), isMore: [...decisions, ...todos].includes(COUNTED) };
}
