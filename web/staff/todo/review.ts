import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { reviewFaultWords, reviewWords } from './review-words.ts';

/** What a person is asked of a long wait. */
export function reviewView() {
  return { words: reviewWords };
}

export async function postReview(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { changed = '', offered = '' } = fields;
  const result = await deps.reviewWait(todo, actorOf(person), { changed, offered, on: enteredOn(fields) });
  return result.kind === 'INVALID' ? inDatedWords(reviewFaultWords, result.problems, fields) : result.kind;
}
