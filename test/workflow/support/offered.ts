import { personActor } from '#domain/people/actor.ts';
import type { FamilyAnswer } from '#domain/support/offer.ts';
import type { instance } from '../instance.ts';
import { decideForGood, refer, waitInVain } from '../road.ts';

type Instance = ReturnType<typeof instance>;

export const manager = personActor('pat', 'Pat Green', 'Service manager');
export const slot = { id: 'V1', pathway: 'PORTAGE_GROUP', locality: 'Taunton', day: 'MONDAY', at: '09:30' };
export const OFFER = 'O00000000000000a1';

/** A child of this worked case who waits on a list. */
export async function waiting(one: Instance, id = 'C01', key = id) {
  const reference = await refer(one, id, {}, key);
  await decideForGood(one, reference, 'INVITE_GROUP');
  return reference;
}

/** A child who was offered a weekly visit, with the workflow as far as it goes by itself. */
export async function offered(one: Instance, id = 'C01') {
  const reference = await waiting(one, id);
  const made = await one.offer({ reference, offer: OFFER, slot, by: manager });
  if (made.kind !== 'MADE') throw new Error(`Not made: ${JSON.stringify(made)}`);
  await one.sweep();
  return reference;
}

/** The support as it is now; throws when there is none. */
export async function supportOf(one: Instance, reference: string) {
  const support = await one.supports.readSupport(reference);
  if (!support) throw new Error(`There is no support ${reference}.`);
  return { ...support, events: support.history.map(({ event }) => event) };
}

/** The family answers through their link, and what follows happens. */
export async function answer(one: Instance, reference: string, what: FamilyAnswer, way: 'LINK' | 'STAFF' = 'LINK') {
  const by = way === 'LINK' ? ({ kind: 'HOLDER', of: 'FAMILY' } as const) : manager;
  const result = await one.answerOffer(reference, { offer: OFFER, what, way, by });
  await one.sweep();
  return result;
}

/** Moves the clock from wait to wait until this has happened, at most for a year of mornings. */
export async function waitUntil(one: Instance, reference: string, event: string) {
  for (let wait = 0; wait < 366; wait += 1) {
    if ((await supportOf(one, reference)).events.some((name) => name === event)) return;
    await waitInVain(one);
  }
  throw new Error(`${event} never happened.`);
}
