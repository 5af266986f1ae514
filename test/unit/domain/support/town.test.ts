import { expect, test } from 'vitest';
import { placeOf } from '#domain/lists/place.ts';
import { personActor } from '#domain/people/actor.ts';
import type { Offer } from '#domain/support/offer.ts';
import { townNow } from '#domain/support/town.ts';
import { anEntry } from '#test/contract/samples.ts';

const by = personActor('pat', 'Pat', 'Service manager');
const at = '2026-10-06T09:00:00.000Z';
const inTown = (locality: string) => ({ ...anEntry('1#a'), locality });
const visit = { id: 'V1', pathway: 'HOME_VISITING', locality: 'Yeovil', day: 'TUESDAY', at: '09:30' };
const accepted: Offer = { id: 'N1', slot: visit, madeAt: at, by, answer: { what: 'ACCEPTED', at, by, way: 'STAFF' } };
const givenBack: Offer = { ...accepted, ended: { why: 'TAKEN_BACK', at } };
const begun = { on: '2026-10-06', at, by, pathway: 'HOME_VISITING', place: placeOf(inTown('Frome')) };

test.each([
  ['of the referral, where the child is on no list', 'Taunton', { list: null }, undefined],
  ['of the list to which a manager moved the child', 'Yeovil', { list: inTown('Yeovil') }, undefined],
  ['of the list that the support holds', 'Chard', { list: null }, { list: inTown('Chard'), offers: [] }],
  ['of the colleague who took the visits over', 'Yeovil', { list: null }, { list: null, offers: [accepted] }],
  ['in which support began', 'Frome', { list: null }, { list: null, offers: [givenBack], started: begun }],
])('the town of a child is the one %s', (_what, town, theCase, support) => {
  expect(townNow('Taunton', theCase, support)).toBe(town);
});
