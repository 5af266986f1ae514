import type { Stores } from '#adapters/records/stores.ts';
import { personActor } from '#domain/people/actor.ts';
import { lookedAt } from '#domain/people/opening.ts';
import { anOpening } from '../opening-store.contract.ts';
import { minutesAfter } from '../samples.ts';
import type { Keep } from './store-cases.ts';

/** Stores a record that an operator opened, before and after a service manager has looked at it. */
export async function storeOpenings({ openings }: Stores, keep: Keep): Promise<void> {
  const opening = anOpening();
  await openings.saveOpening(opening);
  await keep('opening.to-look-at', 'REF#REF1', `OPENING#${opening.id}`);
  const looked = lookedAt(opening, personActor('mo', 'Mo', 'service manager'), minutesAfter(30));
  if (!looked) throw new Error('It is looked at already.');
  await openings.saveOpening(looked);
  await keep('opening.looked-at', 'REF#REF1', `OPENING#${opening.id}`);
}
