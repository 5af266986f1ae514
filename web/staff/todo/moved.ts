import type { Case } from '#domain/case/case.ts';
import { isSafePlaceToLook } from '#domain/case/safe-place.ts';
import { actorInWords } from '#domain/people/actor.ts';
import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import { liveBlock, openVisit } from '#domain/support/block.ts';
import type { Support } from '#domain/support/support.ts';
import { plainDate } from '#domain/values/dates.ts';
import { instantInWords } from '../../access/instants.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import type { StaffDeps } from '../deps.ts';
import { safePlaceAt } from '../safe-place/address.ts';
import { visitsAt } from '../visits/address.ts';
import { movedFaultWords, movedWords as words } from './moved-words.ts';

interface Sources {
  readonly theCase: Case;
  readonly support: Support | undefined;
  readonly todo: Todo;
}

/** Who recorded the move and why, what is planned, and what a service manager makes sure of. */
export function movedView({ theCase, support, todo }: Sources) {
  const { safePlace, reference } = theCase;
  if (!safePlace || !isSafePlaceToLook(theCase, todo)) return { isAsked: false, words };
  const block = support && liveBlock(support);
  const next = block && openVisit(block);
  return {
    ...{ isAsked: true, words, safePlaceAt: safePlaceAt(reference) },
    recorded: words.recorded(actorInWords(safePlace.by), instantInWords(safePlace.at), safePlace.reason),
    visitsAt: block ? visitsAt(reference) : '',
    next: block ? (next ? words.next(plainDate(next.on)) : words.noNext) : '',
  };
}

export async function postMoved(deps: StaffDeps, todo: Todo, person: Person, { reason = '' }: FormFields) {
  const result = await deps.lookAtSafePlace(todo, actorOf(person), { reason });
  return result.kind === 'INVALID' ? inCommandWords(movedFaultWords, result.problems) : result.kind;
}
