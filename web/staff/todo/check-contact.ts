import type { Case } from '#domain/case/case.ts';
import { isContactToCheck } from '#domain/case/contact-check.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { instantInWords } from '../../access/instants.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { checkContactFaultWords, checkContactWords as words } from './check-contact-words.ts';

/** Who asked, why, and what someone in the team does about it. */
export function checkContactView({ theCase, todo }: { readonly theCase: Case; readonly todo: Todo }) {
  const { contactCheck } = theCase;
  if (!contactCheck || !isContactToCheck(theCase, todo)) return { isAsked: false, words };
  const { by, at, reason } = contactCheck;
  return { isAsked: true, words, asked: words.asked(actorInWords(by), instantInWords(at), reason) };
}

export async function postCheckContact(deps: StaffDeps, todo: Todo, person: Person, { reason = '' }: FormFields) {
  const result = await deps.checkContact(todo, actorOf(person), { reason });
  return result.kind === 'INVALID' ? inCommandWords(checkContactFaultWords, result.problems) : result.kind;
}
