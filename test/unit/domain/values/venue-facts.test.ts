import { expect, it, test } from 'vitest';
import { venueFactChoices, venueFactsInWords, venueInWords } from '#domain/values/venue-facts.ts';

test.each<[string, readonly string[] | undefined, string]>([
  ['nothing is known', undefined, ''],
  ['one', ['PARKING'], 'parking'],
  ['two, in the order of the form', ['PARKING', 'STEP_FREE'], 'a step-free entrance and parking'],
  ['three', ['STEP_FREE', 'PARKING', 'QUIET_ROOM'], 'a step-free entrance, parking and a quiet room'],
  ['one that this release does not know', ['LIFT', 'PARKING'], 'parking'],
])('what a place has: %s', (_, facts, said) => {
  expect(venueFactsInWords(facts)).toBe(said);
  expect(venueInWords({ venue: 'Hall', facts })).toBe(said === '' ? 'Hall' : `Hall, which has ${said}`);
});

it('has a choice for each fact', () => {
  expect(new Set(venueFactChoices.map(({ label }) => label)).size).toBe(venueFactChoices.length);
});
