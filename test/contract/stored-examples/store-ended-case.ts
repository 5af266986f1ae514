import type { Stores } from '#adapters/records/stores.ts';
import { lookAgainAnswered, lookAgainAsked, lookAgainTodoId } from '#domain/case/look-again.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };
const sam = personActor('sam', 'Sam Field', 'Service manager');

/** Lets the referrer ask the team to check an ended case again, and keeps the case each time. */
export async function storeEndedCase(stores: Stores, keep: Keep, reference: string): Promise<void> {
  const change = changing(stores, keep, reference);
  const by = referrerActor('r@example.org');
  await change('check-again-asked', (theCase) => lookAgainAsked(theCase, moment, { words: 'She walks now', by }));
  await change('check-again-answered', (theCase) => {
    const answer = { words: 'Please refer again', on: '2026-10-05', by: sam, todo: lookAgainTodoId(theCase) ?? '' };
    return lookAgainAnswered(theCase, moment, answer);
  });
}
