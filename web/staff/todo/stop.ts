import { isWithoutRecord } from '#domain/case/stop-seen.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { stopFaultWords, stopWords } from './stop-words.ts';

/** What a person is shown of a stop: all of the record, or the criteria alone where the family did not agree. */
export function stopView({ todo }: { readonly todo: Todo }) {
  return { isBare: isWithoutRecord(todo), words: stopWords };
}

export async function postStop(deps: StaffDeps, todo: Todo, person: Person, { note = '', ask }: FormFields) {
  const result = await deps.seeStop(todo, actorOf(person), { note, asks: ask === '1' });
  return result.kind === 'INVALID' ? inCommandWords(stopFaultWords, result.problems) : result.kind;
}
