import type { Case } from '#domain/case/case.ts';
import { lookAgainTodoId, openLookAgain } from '#domain/case/look-again.ts';
import { mayReopen } from '#domain/case/reopen.ts';
import { actorInWords, mailboxOfActor } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { instantInWords } from '../../access/instants.ts';
import { enteredOn, inDatedWords } from '../../components/entered-on.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { lastDecided } from '../record/since.ts';
import { answerFaultWords, answerResults, answerWords } from './look-again-words.ts';

/** What is asked, in the words of who asks, and whether the referral can be reopened. */
export function lookAgainView({ theCase, todo }: { readonly theCase: Case; readonly todo: Todo }) {
  const open = lookAgainTodoId(theCase) === todo.id ? openLookAgain(theCase) : undefined;
  const canReopen = mayReopen(theCase);
  return {
    asked: open ? askedInWords(open) : '',
    lines: open ? open.words.split('\n') : [],
    ofFamily: open?.from === 'FAMILY',
    ofStaff: open?.from === 'STAFF',
    canReopen,
    decided: lastDecided(theCase),
    results: canReopen ? answerResults : answerResults.slice(0, 1),
    words: answerWords,
  };
}

function askedInWords({ by, from, at }: NonNullable<Case['lookAgain']>): string {
  const on = instantInWords(at);
  if (from === undefined) return answerWords.byReferrer(mailboxOfActor(by) ?? answerWords.referrer, on);
  if (from === 'STAFF') return answerWords.byColleague(actorInWords(by), on);
  return answerWords.byStaff(from === 'FAMILY' ? answerWords.family : answerWords.referrer, actorInWords(by), on);
}

export async function postLookAgain(deps: StaffDeps, todo: Todo, person: Person, fields: FormFields) {
  const { words = '', result: chosen = '' } = fields;
  const result = await deps.answerLookAgain(todo, actorOf(person), { result: chosen, words, on: enteredOn(fields) });
  return result.kind === 'INVALID' ? inDatedWords(answerFaultWords, result.problems, fields) : result.kind;
}
