import { expect, test } from 'vitest';
import { actorInWords, personActor, referrerActor } from '#domain/people/actor.ts';
import { seededId } from '#domain/people/seed.ts';
import { staffActor } from '#domain/people/staff-actor.ts';
import { aPerson, aTeam } from './sample.ts';

test('whoever decides is the person of that mailbox, without case, with the name and role that they signed', () => {
  const actor = staffActor(aTeam(aPerson('a')), 'A@Example.org', 'Robin Field', 'Portage practitioner');
  expect(actor).toEqual(personActor('a', 'Robin Field', 'Portage practitioner'));
});

test('whoever has left while they signed is still named as one person (late)', () => {
  const team = aTeam(aPerson('a', { isActive: false }));
  expect(staffActor(team, 'a@example.org', 'R', 'P')).toEqual(personActor(seededId('a@example.org'), 'R', 'P'));
});

test('an actor in words names the person and never an address', () => {
  expect(actorInWords(personActor('a', 'Robin Field', 'Portage practitioner'))).toBe(
    'Robin Field, Portage practitioner',
  );
  expect(actorInWords(referrerActor('referrer@example.org'))).toBe('the referrer');
});
