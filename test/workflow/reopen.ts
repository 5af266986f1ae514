import { lookAgainTodoId } from '#domain/case/look-again.ts';
import { personActor } from '#domain/people/actor.ts';
import { londonDateOf } from '#domain/values/dates.ts';
import type { instance } from './instance.ts';

type Instance = ReturnType<typeof instance>;

const by = personActor('kim', 'Kim Manager', 'Service manager');

/** A family rings, and a member of staff answers that the result stays or reopens the case. Answers what became of it. */
export async function checkAgain(one: Instance, reference: string, result: 'STAYS' | 'REOPEN', from = 'FAMILY') {
  const asked = await one.enterLookAgain({ reference, by, from, reason: 'They do not agree' });
  const theCase = await one.cases.readCase(reference);
  const id = theCase && lookAgainTodoId(theCase);
  const todo = id === undefined ? undefined : await one.todos.readTodo(reference, id);
  if (asked.kind !== 'ASKED' || !todo) return asked.kind;
  const on = londonDateOf(one.clock.now());
  return (await one.answerLookAgain(todo, by, { result, words: 'Read again', on })).kind;
}

/** The same, with the work that follows once the case is open again. */
export async function reopen(one: Instance, reference: string): Promise<string> {
  const done = await checkAgain(one, reference, 'REOPEN');
  await one.sweep();
  await one.sweep();
  return done;
}
