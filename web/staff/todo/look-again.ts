import type { Case } from '#domain/case/case.ts';
import { lookAgainTodoId, openLookAgain } from '#domain/case/look-again.ts';
import { mailboxOfActor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { instantInWords } from '../../access/instants.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { answerFaultWords, answerWords } from './look-again-words.ts';

/** What the referrer asks, as they wrote it, and who to answer. */
export function lookAgainView({ theCase, todo }: { readonly theCase: Case; readonly todo: Todo }) {
  const asked = lookAgainTodoId(theCase) === todo.id ? openLookAgain(theCase) : undefined;
  return {
    isAsked: asked !== undefined,
    on: asked ? instantInWords(asked.at) : '',
    by: asked ? mailboxOfActor(asked.by) : '',
    lines: asked ? asked.words.split('\n') : [],
    words: answerWords,
  };
}

export async function postLookAgain(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { words = '' } = fields;
  const result = await deps.answerLookAgain(todo, actorOf(person), { words, on: enteredOn(fields) });
  return result.kind === 'INVALID' ? inDatedWords(answerFaultWords, result.problems, fields) : result.kind;
}
