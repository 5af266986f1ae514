import { expect } from 'vitest';
import { holdsSlot } from '#domain/support/offer.ts';
import type { Played } from './play.ts';
import { PLACES } from './waiting.ts';

/** What must hold after any race: a place is with one child, a child has one offer, and everyone was told what is so. */
export async function holds({ one, children, pressed, answered, toldTwice }: Played): Promise<void> {
  expect(toldTwice).toEqual([]);
  const read = await Promise.all(children.map((reference) => one.supports.readSupport(reference)));
  const supports = read.flatMap((support) => support ?? []);
  for (const support of supports) {
    expect(support.parked).toBeNull();
    expect(support.offers.filter(holdsSlot).length).toBeLessThanOrEqual(1);
  }
  const offers = supports.flatMap((support) => support.offers);
  for (const place of PLACES) {
    const held = offers.filter((offer) => offer.slot.id === place && holdsSlot(offer)).map(({ id }) => id);
    const claim = (await one.slots.readSlot(place))?.claim?.offer;
    expect(held).toEqual(claim === undefined ? [] : [claim]);
  }
  for (const reference of children) {
    const [theCase, support] = [await one.cases.readCase(reference), await one.supports.readSupport(reference)];
    const places = [theCase?.list, support?.list].filter((list) => list);
    expect(places).toHaveLength(theCase?.death ? 0 : 1);
  }
  for (const { offer, told } of pressed) {
    expect(offers.some(({ id }) => id === offer)).toBe(told.kind === 'MADE');
  }
  for (const { offer, told } of answered) {
    if (told.kind !== 'RECORDED') continue;
    const { answer, callAskedAt } = offers.find(({ id }) => id === offer) ?? {};
    expect([answer?.what, callAskedAt && 'CALL_ME']).toContain(told.offer.answer?.what ?? 'CALL_ME');
  }
}
