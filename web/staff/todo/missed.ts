import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { lastSeenOn, missedOf } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { isToLook } from '#domain/support/todo-over.ts';
import { plainDate } from '#domain/values/dates.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { outcomeInWords } from '../visits/words.ts';
import { missedFaultWords, missedWords as words } from './missed-words.ts';

/** Everything that was missed, why a person looks at it, and when the child was last seen. */
export function missedView({ support, todo }: { readonly support: Support | undefined; readonly todo: Todo }) {
  if (!support || !isToLook(support, todo)) return { isAsked: false, words };
  const seen = lastSeenOn(support);
  return {
    ...{ isAsked: true, words },
    why: todo.why === 'SAFETY_FLAG' ? words.flagged : words.twice,
    missed: missedOf(support).map(({ on, what }) =>
      what === undefined ? words.session(plainDate(on)) : words.visit(plainDate(on), outcomeInWords(what)),
    ),
    seen: seen === undefined ? words.notSeen : words.seen(plainDate(seen)),
  };
}

export async function postMissed(deps: StaffDeps, todo: Todo, person: Person, { reason = '' }: FormFields) {
  const result = await deps.lookAtMissed(todo, actorOf(person), { reason });
  return result.kind === 'INVALID' ? inCommandWords(missedFaultWords, result.problems) : result.kind;
}
