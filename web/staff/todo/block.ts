import type { Person } from '#domain/people/person.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import type { Todo } from '#domain/people/todo.ts';
import type { Policy } from '#domain/service/policy.ts';
import { agreedSessions, liveBlock, openVisit, sessionsOf } from '#domain/support/block.ts';
import { lastSeenOn } from '#domain/support/missed.ts';
import type { Support } from '#domain/support/support.ts';
import { londonDateOf, plainDate } from '#domain/values/dates.ts';
import { inCommandWords } from '../../components/command-words.ts';
import type { FormFields } from '../../http/form-body.ts';
import { closingAt } from '../closing/address.ts';
import type { StaffDeps } from '../deps.ts';
import { placeAt } from '../place/address.ts';
import { visitsAt } from '../visits/address.ts';
import { blockFaultWords, blockWords as words } from './block-words.ts';

interface Sources {
  readonly support: Support | undefined;
  readonly todo: Todo;
  readonly policy: Policy;
}

/** Since when the block is open, how far it is, when the child was last seen and what is planned. */
export function blockView({ support, todo, policy }: Sources) {
  const block = support && liveBlock(support);
  if (!support || !block) return { isAsked: false, words };
  const [seen, next] = [lastSeenOn(support), openVisit(block)];
  return {
    ...{ isAsked: true, words, visitsAt: visitsAt(todo.reference), end: endLink(support) },
    lines: [
      words.since(plainDate(londonDateOf(block.since))),
      words.sessions(sessionsOf(block), policy.maxSessions + agreedSessions(block)),
      seen === undefined ? words.notSeen : words.seen(plainDate(seen)),
      next ? words.next(plainDate(next.on)) : words.noNext,
    ],
  };
}

/** Where it ends: support that has begun is closed, and before the first session the child leaves the list. */
function endLink({ reference, status }: Support) {
  if (status === 'STARTED') return { at: closingAt(reference), text: words.close };
  return { at: placeAt(reference), text: words.place };
}

export async function postBlock(deps: StaffDeps, todo: Todo, person: Person, { reason = '' }: FormFields) {
  const result = await deps.lookAtBlock(todo, actorOf(person), { reason });
  return result.kind === 'INVALID' ? inCommandWords(blockFaultWords, result.problems) : result.kind;
}
