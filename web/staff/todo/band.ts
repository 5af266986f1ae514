import type { Case } from '#domain/case/case.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import { onceListed } from '../decide/how-decided.ts';
import type { StaffDeps } from '../deps.ts';
import { bandFaultWords, bandWords } from './words.ts';

const bands = ['1', '2', '3'].map((value) => ({ value, label: `Band ${value}` }));

/** The band that the service suggests, and those that can be confirmed. */
export function bandView({ theCase: { list } }: { readonly theCase: Case }) {
  const next = onceListed(list?.pathway);
  return { suggested: list?.suggestedBand ?? null, isListed: list !== null, next, bands, words: bandWords };
}

export async function postBand(deps: StaffDeps, todo: Todo, person: Person, { band = '', reason = '' }: FormFields) {
  const result = await deps.confirmBand(todo, actorOf(person), { band, reason });
  return result.kind === 'INVALID' ? inCommandWords(bandFaultWords, result.problems) : result.kind;
}
