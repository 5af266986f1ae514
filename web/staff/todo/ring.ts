import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { whenInWords } from '#domain/support/offer-words.ts';
import { isToRing, mayComeOfCall } from '#domain/support/rung.ts';
import { offerOf, type Support } from '#domain/support/support.ts';
import { inCommandWords } from '../../components/command-words.ts';
import { offeredInWords } from '../../family/offer/words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { ringChoices, ringFaultWords, ringWords } from './ring-words.ts';

/** Why the family is to be rung, about which offer, and what can come of it. */
export function ringView({ support, todo }: { readonly support: Support | undefined; readonly todo: Todo }) {
  const asked = support && isToRing(support, todo) ? support : undefined;
  const slot = asked && offerOf(asked, asked.toRing?.offer ?? '')?.slot;
  const when = slot ? whenInWords(slot) : '';
  return {
    isAsked: asked !== undefined,
    why: Object.entries(ringWords.whys).find(([code]) => code === asked?.toRing?.why)?.[1] ?? ringWords.other,
    offered: slot ? ringWords.offered(offeredInWords(slot.pathway), when) : '',
    choices: asked ? ringChoices(mayComeOfCall(asked)) : [],
    words: ringWords,
  };
}

export async function postRing(deps: StaffDeps, todo: Todo, person: Person, { said = '', words = '' }: FormFields) {
  const result = await deps.ringFamily(todo, actorOf(person), { said, words });
  return result.kind === 'INVALID' ? inCommandWords(ringFaultWords, result.problems) : result.kind;
}
