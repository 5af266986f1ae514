import { openRequest, withdrawalTodoId } from '#domain/case/ask-withdrawal.ts';
import type { Case } from '#domain/case/case.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { instantInWords } from '../../access/instants.ts';
import { gateFaultWords, gateIn, gateView } from '../../components/closing-gate.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { familyAnswers, familyFaultWords, withdrawalWords } from './withdrawal-words.ts';

/** Why the referrer asked, and what the family can answer. */
export function withdrawalView({ theCase, todo }: { readonly theCase: Case; readonly todo: Todo }) {
  const asked = withdrawalTodoId(theCase) === todo.id ? openRequest(theCase) : undefined;
  return {
    isAsked: asked !== undefined,
    on: asked ? instantInWords(asked.at) : '',
    lines: asked ? asked.reason.split('\n') : [],
    choices: familyAnswers,
    words: withdrawalWords,
    ...gateView(withdrawalWords.gateLead),
  };
}

export async function postWithdrawal(deps: StaffDeps, todo: Todo, person: Person, form: FormFields) {
  const { answer = '', words = '' } = form;
  const result = await deps.confirmWithdrawal(todo, actorOf(person), { answer, words, gate: gateIn(form) });
  if (result.kind !== 'INVALID') return result.kind;
  return inCommandWords({ ...familyFaultWords, ...gateFaultWords }, result.problems);
}
