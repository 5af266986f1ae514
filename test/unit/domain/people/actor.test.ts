import { expect, test } from 'vitest';
import { type Actor, actorCode, actorInWords, actorSchema, personActor, referrerActor } from '#domain/people/actor.ts';
import { actorOf } from '#domain/people/staff-actor.ts';
import { aPerson } from './sample.ts';

const later: Actor = actorSchema.parse({ kind: 'ASSISTANT', id: 'x' });

test.each<[string, Actor, string, string]>([
  ['a person', personActor('a', 'Robin Field', 'triager'), 'Robin Field, triager', 'PERSON:a'],
  ['a referrer with a mailbox', referrerActor('referrer@example.org'), 'the referrer', 'HOLDER:REFERRER'],
  ['a system', { kind: 'SYSTEM', id: 'ehm' }, 'the system ehm', 'SYSTEM:ehm'],
  ['the service itself', { kind: 'MACHINE' }, 'the service', 'MACHINE'],
  ['an actor of a later release', later, 'someone that this version of the service does not know', 'ASSISTANT'],
])('%s is named in words and as a code, and never by an address', (_who, actor, words, code) => {
  expect([actorInWords(actor), actorCode(actor)]).toEqual([words, code]);
});

test('a person without their fields is no actor, of this release or a later one (malformed)', () => {
  expect(actorSchema.safeParse({ kind: 'PERSON', id: 'a' }).success).toBe(false);
});

test('a member of staff who signed nothing is named as the record has them', () => {
  const person = aPerson('a', { name: 'Robin Field', roles: ['TRIAGER', 'SERVICE_MANAGER'] });
  expect(actorOf(person)).toEqual(personActor('a', 'Robin Field', 'triager, service manager'));
});
