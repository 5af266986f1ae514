import type { Stores } from '#adapters/records/stores.ts';
import { lookAgainAnswered, lookAgainAsked, lookAgainTodoId } from '#domain/case/look-again.ts';
import { reopened } from '#domain/case/reopen.ts';
import { stopSeen } from '#domain/case/stop-seen.ts';
import { personActor, referrerActor } from '#domain/people/actor.ts';
import { changing } from './changing.ts';
import type { Keep } from './store-cases.ts';

const moment = { now: '2026-10-05T09:00:00.000Z', policyVersion: 1 };
const later = { ...moment, now: '2026-10-06T09:00:00.000Z' };
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

/** Lets a person see why an ended case was stopped, and a family have it reopened, and keeps the case each time. */
export async function storeReopenedCase(stores: Stores, keep: Keep, reference: string): Promise<void> {
  const change = changing(stores, keep, reference);
  const todo = `${reference}-SEE_STOP-STOPPED`;
  await change('stop-seen', (theCase) => stopSeen(theCase, moment, { by: sam, todo, note: 'As published' }));
  const family = { words: 'He was ill', by: sam, from: 'FAMILY' } as const;
  await change('check-again-asked-by-family', (theCase) => lookAgainAsked(theCase, later, family));
  await change('reopened', (theCase) => {
    const asked = lookAgainTodoId(theCase) ?? '';
    const answer = { words: 'We read it again', on: '2026-10-06', by: sam, todo: asked, reopens: true };
    const answered = lookAgainAnswered(theCase, later, answer);
    return answered && reopened(answered, later, sam);
  });
}
